/* Every word of the page, Chinese and English beside one another, and what stands for a code. */
const OFFICE = JSON.parse(document.getElementById("office").textContent);
const ZH = OFFICE.lang !== "en";
const w = (zh, en) => (ZH ? zh : en);
const many = (n, one, more) => (n === 1 ? `1 ${one}` : `${n} ${more || one + "s"}`);

const OUTCOME = { fail: w("不符合", "not met"), unknown: w("无法判定", "cannot be decided"), manual: w("待现场核定", "to be seen on site"), pass: w("符合", "met"), not_applicable: w("不适用", "not applicable") };
const VERDICT = { non_compliant: [w("未达标", "Not compliant"), "fail"], undecided: [w("待核定", "Undecided"), "unknown"], compliant: [w("达标", "Compliant"), "pass"] };
const BOUND = {
  at_least: (v, u) => w(`${u === "㎡" ? "不低于" : "不少于"}${v}${u}`, `at least ${v} ${u}`),
  more_than: (v, u) => w(`超过${v}${u}`, `more than ${v} ${u}`),
  at_most: (v, u) => w(`不超过${v}${u}`, `at most ${v} ${u}`),
  less_than: (v, u) => w(`少于${v}${u}`, `less than ${v} ${u}`),
  exactly: (v, u) => w(`正好${v}${u}`, `exactly ${v} ${u}`),
  between: (v, u, x) => w(`${v}至${x}${u}`, `${v} to ${x} ${u}`),
  each: (v, u) => w(`每${u || "项"}都要有`, `every ${u || "one"}`),
};
const day = (iso) => { const [y, m, d] = iso.split("-").map(Number); return w(`${y}年${m}月${d}日`, iso); };
