/* What the browser's print gives: the report, black on white, never the screen. */
const NUMERALS = "一二三四五";
function printed(columns, rows) { return el("table", { cls: "fixed" }, el("thead", {}, el("tr", {}, columns.map(([title, width, cls]) => el("th", { scope: "col", cls, style: width ? `width:${width}` : null }, title)))), el("tbody", {}, rows.map((row) => el("tr", {}, row.map((value, i) => el("td", { cls: columns[i][2] }, value)))))); }
function source(b) {
  const s = engine.about.standard;
  const { mapping, onsite } = b ? b.audited : { mapping: "", onsite: [] };
  return [b ? w(`工作簿 ${b.audited.name}，校验码 ${b.a.input.sha256.slice(0, 12)}；`, `Workbook ${b.audited.name}, ${b.a.input.sha256.slice(0, 12)}; `) : "", mapping ? w(`照指认文件 ${mapping} 读；`, `read as ${mapping} says; `) : "", onsite.length ? w(`现场核定文件 ${onsite.map((one) => one.name).join("、")}；`, `on-site decisions ${onsite.map((one) => one.name).join(", ")}; `) : "", w(`标准 ${s.title} ${s.edition}版，校验码 ${s.sha256.slice(0, 12)}；程序 centre-check ${engine.about.version}。`, `standard ${s.title} ${s.edition}, ${s.sha256.slice(0, 12)}; centre-check ${engine.about.version}.`)].join("");
}
function paperOne(b) {
  const p = $("paper"), s = b.sum, word = VERDICT[b.verdict][0], line = headline(b)[0], about = engine.about.standard, c = b.a.centre;
  const todo = b.items.filter((x) => x.outcome === "fail" || x.outcome === "unknown"), manual = b.items.filter((x) => x.outcome === "manual");
  let k = 0;
  const h = (text) => { k++; return el("h2", {}, w(`${NUMERALS[k - 1]}、${text}`, `${k}. ${text}`)); }, key = (text, width) => el("td", { cls: "k", style: width ? `width:${width}` : null }, text);
  const half = Math.ceil(b.items.length / 2), state = (x) => [mark(x.outcome), OUTCOME[x.outcome]];
  p.className = "paper";
  p.replaceChildren(el("h1", {}, b.name + w("自查报告", ": self-check report")),
    el("table", {}, el("tbody", {}, el("tr", {}, key(w("级别", "Level"), "16%"), el("td", { style: "width:34%" }, b.level), key(w("所在镇（街道）", "Town"), "16%"), el("td", {}, c.town || "")), el("tr", {}, key(w("运营管理机构", "Operator")), el("td", {}, c.operator || ""), key(w("审核日期", "As of")), el("td", {}, day(b.a.as_of))), el("tr", {}, key(w("依据", "By")), el("td", { colspan: 3 }, w(`《${about.document}》${about.section}`, `${about.document}, ${about.section}`))))),
    h(w("自查结果", "Result")), el("div", { cls: "sum" }, el("b", {}, word), line + w("。", ".")),
    el("p", {}, w(`本中心对照${b.level}标准逐条自查。共${b.total}条：符合${s.pass}条，不符合${s.fail}条，按已填内容无法判定${s.unknown}条，待现场核定${s.manual}条，不适用${s.not_applicable}条。`, `${b.total} clauses: ${s.pass} met, ${s.fail} not met, ${s.unknown} cannot be decided, ${s.manual} to be seen on site, ${s.not_applicable} not applicable.`)),
    ...(todo.length ? [h(w("尚缺事项", "What is missing")), printed([[w("序号", "No."), "7%", "c"], [w("条款", "Clause"), w("21%", "16%")], [w("现在", "Now"), w("13%", "18%")], [w("要求", "Required"), "14%"], [w("差距", "Gap"), "12%"], [w("怎么办", "What to do")]], todo.map((x, i) => [i + 1, x.name, x.now, x.need, x.gap || OUTCOME[x.outcome], x.remedy || x.message]))] : []),
    ...(manual.length ? [el("div", { cls: "keep" }, h(w("待检查人员现场核定", "For the inspectors")), printed([[w("条款", "Clause"), "24%"], [w("看什么", "What to see")], [w("核定结论", "Outcome"), "16%"], [w("核定人、日期", "By, on"), "24%"]], manual.map((x) => [x.name, x.message, "", ""])))] : []),
    el("div", { cls: "keep" }, h(w("承诺", "Declaration")), el("p", { style: "text-indent:2em" }, w("本报告依据本中心填报的工作簿生成。填报内容真实、完整，如有不实，愿承担相应责任。", "This report was made from the centre's own workbook, whose contents are true and complete.")),
      el("div", { cls: "sign" }, [w("负责人（签字）：", "Head (signature):"), w("填表人（签字）：", "Filled in by:"), w("运营管理机构（盖章）：", "Operator (seal):"), w("日期：　　　　年　　月　　日", "Date:")].map((text) => el("div", {}, text)))),
    ...(todo.length ? [el("h2", {}, w("附一　到哪里改", "Annex 1: where")), printed([[w("条款", "Clause"), "18%"], [w("在哪里", "Where"), "44%"], [w("现在写着", "Stands there"), "16%"], [w("要写", "To write")]], todo.flatMap((x) => x.places.slice(0, 12).map((p, j) => [j ? "" : x.name, where(p), p.value || w("空白", "blank"), WRITE[p.write]])))] : []),
    el("div", {}, el("h2", {}, w(`附${todo.length ? "二" : ""}　全部${b.total}条`, `Annex: all ${b.total} clauses`)), el("div", { cls: "twin" }, [[0, half], [half, b.total]].map(([from, to]) => printed([[w("条款", "Clause"), "42%"], [w("结论", "Outcome"), "33%"], [w("表里", "Now")]], b.items.slice(from, to).map((x) => [x.name, state(x), x.outcome === "manual" ? "" : x.now]))))),
    el("p", { cls: "src" }, source(b)));
}
function paperMany(run) {
  const p = $("paper"), { books, errors } = run, n = (v) => books.filter((b) => b.verdict === v).length;
  p.className = "paper wide";
  p.replaceChildren(el("h1", {}, w("标准化创业中心自查汇总", "Summary of self-checks")), el("p", {}, w(`共${books.length}个中心：达标${n("compliant")}个，未达标${n("non_compliant")}个，待核定${n("undecided")}个。另有${errors.length}个文件没能核对。`, `${many(books.length, "centre")}: ${n("compliant")} compliant, ${n("non_compliant")} not, ${n("undecided")} undecided; ${many(errors.length, "file")} not checked.`)),
    printed([[w("序号", "No."), "6%", "c"], [w("中心", "Centre"), "25%"], [w("级别", "Level"), "9%", "c"], [w("结论", "Verdict"), "10%"], [w("要整改", "Right"), "7%", "c"], [w("要补填", "Fill"), "7%", "c"], [w("等现场", "Site"), "7%", "c"], [w("还差什么", "Missing")]], books.map((b, i) => [i + 1, b.name, b.level, [mark(VERDICT[b.verdict][1]), VERDICT[b.verdict][0]], b.sum.fail, b.sum.unknown, b.sum.manual, lacking(b)])),
    errors.length ? el("h2", {}, w("没能核对的文件", "Not checked")) : "", errors.length ? printed([[w("文件", "File"), "30%"], [w("原因", "Why"), "35%"], [w("怎么办", "What to do")]], errors.map((e) => [e.path || e.name, e.error.message, e.error.hint || ""])) : "", el("p", { cls: "src" }, source(null)));
}
