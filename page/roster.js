/* How a clause counted the rows of a sheet: the rows it looked at, and our word beside each. */
const COUNTED = { yes: ["pass", w("算", "counts")], no: ["nay", w("不算", "does not count")], maybe: ["unknown", w("还不能定", "cannot be told")], skip: ["skip", w("不看", "not concerned")] };
function rosters(x) { return [...x.sheets].flatMap(([sheet, rows]) => roster(x, sheet, rows)); }
function roster(x, sheet, rows) {
  const n = (state) => rows.filter((row) => row.state === state).length;
  const counts = [["yes", w("行算", " count")], ["no", w("行不算", " do not")], ["maybe", w("行还不能定", " cannot be told")], ["skip", w("行与这一条无关", " not concerned")]].filter(([state]) => n(state)).map(([state, text]) => n(state) + text);
  const headers = [...new Set(rows.map((row) => row.header))], letter = (header) => { const cell = rows.find((row) => row.header === header).cell || ""; return cell.replace(/\d+$/, ""); };
  const titles = [w("行", "Row"), w("哪一行", "Record"), ...headers, w("算不算，为什么", "Whether it counts, and why")];
  return [el("p", {}, w(`「${sheet}」表，看了${rows.length}行：${counts.join("，")}。右边一栏是核对意见，不在表里。`, `${sheet}: ${rows.length} rows, ${counts.join(", ")}. The right column is ours, not the sheet's.`)),
    el("div", { cls: "scroll", role: "region", tabindex: 0, "aria-label": w(`${x.name}：「${sheet}」表的有关内容`, `${x.name}: rows of ${sheet}`) },
      el("table", { cls: "grid" }, el("thead", {},
        el("tr", { cls: "ab", "aria-hidden": "true" }, el("td"), el("td"), headers.map((header) => el("td", {}, letter(header))), el("td", { cls: "why" })),
        el("tr", { cls: "hd" }, titles.map((title, i) => el("th", { scope: "col", cls: i === 0 ? "no" : i === titles.length - 1 ? "why" : "" }, title)))),
        el("tbody", {}, rows.map((row) => el("tr", { cls: row.state === "no" ? "no-go" : row.state },
          el("th", { scope: "row", cls: "no" }, row.row), el("td", { "data-h": titles[1] }, row.label),
          headers.map((header) => { const hit = header === row.header && row.state !== "yes" && row.state !== "skip"; return el("td", { cls: hit ? "hit" : "", "data-h": header }, hit ? el("span", { cls: "hide" }, w("要看的格：", "the cell: ")) : null, header !== row.header ? "" : row.value === null || row.value === "" ? blank() : row.value); }),
          el("td", { cls: "why" }, mark(COUNTED[row.state][0]), COUNTED[row.state][1] + (row.why && row.state !== "skip" ? w("：", ": ") + row.why : "")))))))];
}
