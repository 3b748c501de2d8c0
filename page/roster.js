/* How a clause counted the rows of a sheet: the rows it looked at, and our word beside each. */
const COUNTED = { yes: ["pass", w("算", "counts")], no: ["nay", w("不算", "does not count")], maybe: ["unknown", w("还不能定", "cannot be told")], skip: ["skip", w("不看", "not concerned")] };
function rosters(x) { return x.sheets.flatMap((sheet) => roster(x, sheet)); }
function roster(x, { sheet, headers, letters, rows }) {
  const n = (state) => rows.filter((row) => row.state === state).length;
  const counts = [["yes", w("行算", " count")], ["no", w("行不算", " do not")], ["maybe", w("行还不能定", " cannot be told")], ["skip", w("行与这一条无关", " not concerned")]].filter(([state]) => n(state)).map(([state, text]) => n(state) + text);
  const verdictOf = w("算不算，为什么", "Whether it counts, and why");
  return [el("p", {}, w(`「${sheet}」表${rows.length}行：${counts.join("，")}。粗框的格是原因所在；右边一栏是核对意见，不在表里。`, `${sheet}: ${rows.length} rows, ${counts.join(", ")}. The framed cells are why; the right column is ours, not the sheet's.`)),
    el("div", { cls: "scroll", role: "region", tabindex: 0, "aria-label": w(`${x.name}：「${sheet}」表的有关内容`, `${x.name}: rows of ${sheet}`) },
      el("table", { cls: "grid" }, el("thead", {},
        el("tr", { cls: "ab", "aria-hidden": "true" }, el("td"), letters.map((letter) => el("td", {}, letter)), el("td", { cls: "why" })),
        el("tr", { cls: "hd" }, el("th", { scope: "col", cls: "no" }, w("行", "Row")), headers.map((header) => el("th", { scope: "col" }, header)), el("th", { scope: "col", cls: "why" }, verdictOf))),
        el("tbody", {}, rows.map((row) => el("tr", { cls: row.state === "no" ? "no-go" : row.state }, el("th", { scope: "row", cls: "no" }, row.row),
          row.entries.map((value, i) => el("td", { cls: row.hits[i] ? "hit" : "", "data-h": headers[i] }, row.hits[i] ? el("span", { cls: "hide" }, w("要看的格：", "the cell: ")) : null, value === null || value === "" ? (row.hits[i] ? blank() : "") : value)),
          el("td", { cls: "why" }, mark(COUNTED[row.state][0]), COUNTED[row.state][1] + (row.why && row.state !== "skip" ? w("：", ": ") + row.why : "")))))))];
}
