/* Many workbooks: the table of centres with filters, what could not be read, results to take away. */
const sums = (list, key) => list.reduce((n, b) => n + b.sum[key], 0);
const gapText = (x) => (x.outcome === "unknown" ? w(`${x.name}：待补填`, `${x.name}: to fill in`) : x.gap ? `${x.name}${w("：", ": ")}${x.gap}` : x.name);
function lacking(b) {
  const open = b.items.filter((x) => x.outcome === "fail").concat(b.items.filter((x) => x.outcome === "unknown"));
  if (!open.length) return b.sum.manual ? w("只等现场核定", "waits for the inspectors only") : w("没有", "nothing");
  return open.slice(0, 3).map(gapText).join(w("；", "; ")) + (open.length > 3 ? w(`；另${open.length - 3}条`, `; ${open.length - 3} more`) : "");
}
/* Centres that came twice: neither counts, as in `rollup`. */
function doubled(books) {
  const seen = new Map();
  books.forEach((b) => { if (b.a.centre.name) seen.set(b.key, (seen.get(b.key) || []).concat(b)); });
  return new Set([...seen.values()].filter((list) => list.length > 1).flat());
}
const resultLines = (run) => run.books.map((b) => ({ text: JSON.stringify(b.a) })).concat(run.errors.map((e) => ({ error: { path: e.path || e.name, message: e.error.message, hint: e.error.hint || "" } })));
async function resultsOf(run) { const { content } = await ask({ do: "results", results: resultLines(run) }); return content; }
async function saveResults(run) { save(w("创业中心自查结果.jsonl", "results.jsonl"), await resultsOf(run), "application/x-ndjson"); }
async function saveSummary(run) {
  if (doubled(run.books).size) return say(w("有中心放了两份，汇总不知道该算哪一份。请每个中心只留一份，再放一次。", "A centre came twice; keep one file of each and drop them again."));
  await made(ask({ do: "summary", suffix: ".xlsx" }, (await resultsOf(run)).buffer), w("创业中心自查汇总.xlsx", "summary.xlsx"), XLSX);
}
/* All marked copies in one zip, in the folders that they came from. */
async function saveMarked(run) {
  const books = run.books.filter((one) => !one.done), names = [], contents = [], failed = [];
  if (!books.length) return say(w("都没有要改的。", "There is nothing to mark."));
  for (const b of books) {
    say(w(`正在标注第${names.length + failed.length + 1}份，共${books.length}份……`, `Marking ${names.length + failed.length + 1} of ${books.length} …`));
    try {
      const { said, content } = await about(b.audited, { do: "annotated" });
      if (said.message) { failed.push(b.name); continue; }
      const path = stem(b.audited.path || b.audited.name), taken = names.filter((name) => name.startsWith(path + w("-标注", "-marked"))).length;
      names.push(path + w("-标注", "-marked") + (taken ? `(${taken + 1})` : "") + ".xlsx"); contents.push(content.buffer);
    } catch { failed.push(b.name); }
  }
  if (names.length) await made(ask({ do: "zipped", names }, ...contents), w("标注好的工作簿.zip", "marked-workbooks.zip"), "application/zip");
  if (failed.length) say(w(`有${failed.length}份没能标注：${failed.join("、")}。`, `Not marked: ${failed.join(", ")}.`));
}
function manyView(run) {
  const { books, errors } = run, twice = doubled(books), number = new Map(books.map((b, i) => [b, i + 1]));
  const filter = run.filter || (run.filter = { verdict: "", level: "", text: "", by: "no", down: false });
  const body = el("tbody"), foot = el("tfoot"), shown = el("span", { cls: "right", role: "status" }), heads = el("tr"), boxes = el("div", { cls: "tot", role: "group", "aria-label": w("按结论筛选", "Filter by verdict") });
  const box = (value, label, n, sign) => { const made = el("button", { type: "button", "aria-pressed": "false", on: { click: () => { filter.verdict = filter.verdict === value ? "" : value; draw(); } } }, el("b", { cls: "num" }, n), el("span", {}, sign ? mark(sign) : null, label)); made.dataset.v = value; boxes.append(made); };
  box("", w("全部中心", "all centres"), books.length);
  for (const [value, [label, sign]] of Object.entries(VERDICT)) box(value, label, books.filter((b) => b.verdict === value).length, sign);
  const rank = { non_compliant: 0, undecided: 1, compliant: 2 };
  const columns = [["no", w("序号", "No."), "seq", (b) => number.get(b)], ["name", w("中心", "Centre"), "", (b) => b.name], ["level", w("级别", "Level"), "", (b) => b.level], ["verdict", w("结论", "Verdict"), "", (b) => rank[b.verdict]], ["fail", w("要整改", "To put right"), "r", (b) => b.sum.fail], ["unknown", w("要补填", "To fill in"), "r", (b) => b.sum.unknown], ["manual", w("等现场", "On site"), "r", (b) => b.sum.manual], ["", w("还差什么", "What is missing"), "", null]];
  for (const [id, title, cls, value] of columns) { const head = el("th", { scope: "col", cls }, value ? button(title, () => { filter.down = filter.by === id ? !filter.down : cls === "r"; filter.by = id; draw(); }) : el("span", {}, title)); head.dataset.i = id; heads.append(head); }
  function draw() {
    const text = filter.text, list = books.filter((b) => (!filter.verdict || b.verdict === filter.verdict) && (!filter.level || b.level === filter.level) && (!text || (b.name + (b.a.centre.town || "") + b.audited.name).includes(text)));
    const value = columns.find(([id]) => id === filter.by)[3];
    list.sort((a, b) => { const x = value(a), y = value(b), order = typeof x === "number" ? x - y : String(x).localeCompare(y, "zh"); return (filter.down ? -order : order) || number.get(a) - number.get(b); });
    const count = (b, key, title) => el("td", { cls: "r num" + (b.sum[key] ? "" : " zero"), "data-h": title }, b.sum[key]);
    body.replaceChildren(...list.map((b) => el("tr", {}, el("td", { cls: "seq soft num" }, number.get(b)),
      el("th", { scope: "row" }, button(b.name, () => openFrom(b, run), "centre"), twice.has(b) ? el("div", { cls: "same" }, w(`放了两份，都不计入汇总（${b.audited.name}）`, `came twice, neither is counted (${b.audited.name})`)) : null),
      el("td", {}, b.level), el("td", {}, mark(VERDICT[b.verdict][1]), VERDICT[b.verdict][0]), count(b, "fail", columns[4][1]), count(b, "unknown", columns[5][1]), count(b, "manual", columns[6][1]), el("td", {}, lacking(b)))));
    foot.replaceChildren(el("tr", {}, el("td", { cls: "seq" }), el("th", { scope: "row", colspan: 3 }, w(`合计${list.length}个中心，条数`, `${many(list.length, "centre")}, clauses`)), ["fail", "unknown", "manual"].map((key, i) => el("td", { cls: "r num", "data-h": columns[4 + i][1] }, sums(list, key))), el("td")));
    shown.textContent = list.length === books.length ? w(`列出全部${books.length}个`, `all ${books.length} shown`) : w(`列出${list.length}个，共${books.length}个`, `${list.length} of ${books.length} shown`);
    [...boxes.children].forEach((x) => x.setAttribute("aria-pressed", x.dataset.v === filter.verdict));
    [...heads.children].forEach((x) => { if (x.dataset.i) x.setAttribute("aria-sort", x.dataset.i === filter.by ? (filter.down ? "descending" : "ascending") : "none"); });
  }
  draw();
  const levels = [...new Set(books.map((b) => b.level))], most = worst(books);
  paperMany(run);
  const title = w(`${books.length + errors.length}个文件：${books.length}个中心已核对，${errors.length}个文件没能核对`, `${many(books.length + errors.length, "file")}: ${books.length} checked, ${errors.length} not`);
  return [
    el("div", { cls: "who" }, el("h1", { tabindex: -1 }, title), el("p", {}, [run.skipped ? w(`另有${run.skipped}个文件不是工作簿，已跳过。`, `${many(run.skipped, "file")} passed over: no workbook.`) : "", run.stopped ? w("您点了停止，后面的没有核对。", "Stopped: the rest was not checked.") : ""].join(" "))),
    el("div", { cls: "tots" }, boxes, el("div", { cls: "tot" }, errors.length ? el("button", { type: "button", on: { click: () => { $("unread").scrollIntoView(); $("unread").focus(); } } }, el("b", { cls: "num" }, errors.length), el("span", {}, w("没能核对，看原因", "not checked: why"))) : null)),
    el("div", { cls: "row takes" }, button(w("存汇总表（.xlsx）", "Save the summary (.xlsx)"), () => saveSummary(run), "main"), button(w("存结果文件（报上级汇总用）", "Save the results file"), () => saveResults(run)), button(w("存全部标注好的工作簿", "Save all marked copies"), () => saveMarked(run)), button(w("打印本表", "Print this table"), () => print())),
    el("section", { cls: "part" }, el("header", {}, el("h2", {}, w("各中心", "Centres")), el("p", {}, w("点中心名称看逐条结果", "click a name for its clauses"))),
      el("div", { cls: "bar" }, el("label", {}, w("找中心或镇街", "Find"), el("input", { type: "search", value: filter.text, on: { input: (e) => { filter.text = e.target.value.trim(); draw(); } } })), el("label", {}, w("级别", "Level"), el("select", { on: { change: (e) => { filter.level = e.target.value; draw(); } } }, el("option", { value: "" }, w("全部", "all")), levels.map((level) => el("option", { value: level, selected: filter.level === level }, level || w("没填", "not given"))))), shown),
      el("div", { cls: "centres", role: "region", tabindex: 0, "aria-label": w("各中心的结论", "The centres' verdicts") }, el("table", {}, el("thead", {}, heads), body, foot))),
    errors.length ? el("section", { cls: "part" }, el("header", {}, el("h2", { id: "unread", tabindex: -1 }, w(`没能核对的${errors.length}个文件`, `${many(errors.length, "file")} not checked`)), el("p", {}, w("不影响别的文件；处理好了，单独再放进来就行", "the others are not affected"))),
      el("div", { cls: "centres free" }, el("table", { cls: "free" }, headed([w("文件", "File"), w("原因", "Why"), w("怎么办", "What to do")]), el("tbody", {}, errors.map((e) => el("tr", {}, el("th", { scope: "row" }, e.path || e.name), el("td", { "data-h": w("原因", "Why") }, e.error.message), el("td", { "data-h": w("怎么办", "Do") }, e.error.hint))))))) : null,
    most.length ? el("section", { cls: "panel" }, el("h2", {}, w("不符合最多的条款", "Clauses most often not met")), el("table", { cls: "list bars" }, headed([w("条款", "Clause"), w("中心数", "Centres")]), el("tbody", {}, most.map(([name, n]) => el("tr", {}, el("td", {}, name), el("td", { cls: "num" }, el("span", { cls: "b", style: `width:${(n / most[0][1]) * 7}rem`, "aria-hidden": "true" }), n)))))) : null,
  ];
}
function worst(books) {
  const counts = new Map();
  books.forEach((b) => b.items.filter((x) => x.outcome === "fail").forEach((x) => counts.set(x.id, [x.name, ((counts.get(x.id) || [])[1] || 0) + 1])));
  return [...counts.values()].sort((a, b) => b[1] - a[1]).slice(0, 6);
}
