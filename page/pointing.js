/* What was not read and could be: the user says what it is, the suggestion is filled in. */
const MOST = 40;
function pointing(book, list) {
  if (!list.length) return null;
  const decides = list.some((one) => one.decides), shown = list.slice(0, MOST);
  const picks = shown.map((one) => el("select", { "aria-label": called(one) }, el("option", { value: "" }, w("不读", "not read")), one.choices.map((name) => el("option", { value: name, selected: name === one.suggestion }, name))));
  const rows = shown.map((one, i) => el("tr", {}, el("td", {}, called(one)), el("td", {}, picks[i]), el("td", { cls: "soft small" }, one.suggestion ? w("像是这个，请您看对不对", "probably; please check") : "")));
  const act = () => point(book, shown.map((one, i) => ({ ...one, means: picks[i].value })));
  return el("section", { cls: decides ? "ask point" : "point", "aria-label": w("没有读的表和列", "Sheets and columns not read") },
    decides ? [el("h2", {}, w("有没读的，像是要用的，请您指一下", "Something was not read that seems to be needed")), el("p", {}, w("名称和空白表不一样，程序不敢猜，就没有读。您说是什么，程序就照着读；说不准的留“不读”。", "Its name differs from the blank workbook's, and the program does not guess. Say what it is, or leave it."))] : null,
    el("table", { cls: "list points" }, headed([w("表里的", "In the workbook"), w("是空白表里的哪一个", "Which of the blank workbook"), w("提示", "Hint")]), el("tbody", {}, rows)),
    el("div", { cls: "row" }, button(w("照这样读，再核对一次", "Read it so and check again"), act, decides ? "main" : "")));
}
const called = (one) => (one.table ? w(`「${one.sheet}」表${one.cell}格「${one.header}」`, `${one.sheet}, ${one.cell}: ${one.header}`) : w(`「${one.sheet}」整张表`, `the whole sheet ${one.sheet}`));
/* The mapping with what was pointed at; the workbook is read by it from now on, and others like it. */
async function point(book, said) {
  const chosen = said.filter((one) => one.means), name = book.mapping || stem(book.name) + w("-指认.yaml", "-mapping.yaml"), before = held.mappings;
  if (!chosen.length) return say(w("还没有选。请在右边选它是哪一个。", "Nothing is chosen yet."));
  const sheets = structuredClone(before[name] || {});
  for (const one of chosen) {
    const key = one.table || one.means, entry = sheets[key] || (sheets[key] = { sheet: one.sheet });
    if (!one.table && one.means === one.suggestion && one.header_row) entry.header_row = one.header_row;
    if (!one.table) continue;
    entry.columns = entry.columns || {};
    if (chosen.some((other) => other !== one && other.table === one.table && other.means === one.means)) return say(w(`「${one.means}」选了两次，只能有一个。`, `${one.means} is chosen twice.`));
    entry.columns[one.means] = one.where;
  }
  held.mappings = { ...before, [name]: sheets };
  const tried = await audit(book);
  if (tried.error) { held.mappings = before; return say(tried.error.message + " " + (tried.error.hint || "")); }
  await judge(book, { again: true });
  say(w(`已照您指的读了。点“存指认文件”，下次连同工作簿一起放进来就行。`, "Read as you said. Save the mapping file and drop it with the workbook next time."));
}
async function lookAround(book) {
  try { const { said } = await about(book, { do: "unread" }); return said.message ? { unread: [], mapping: "" } : said; } catch { return { unread: [], mapping: "" }; }
}
const saveMapping = (name) => made(ask({ do: "mapping_file", sheets: held.mappings[name] }), name, "text/yaml");
/* What goes with the workbook, said beside its name: by what it was read, and who decided on site. */
function beside(b) {
  const { mapping } = b.audited, { onsite } = b.audited;
  const drop = (act) => button(w("不用它", "without it"), act, "plain");
  return [mapping ? el("div", { cls: "row with" }, el("span", {}, w(`照「${mapping}」指的读`, `Read as ${mapping} says`)), button(w("存指认文件", "Save the mapping file"), () => saveMapping(mapping), "plain"), drop(() => { delete held.mappings[mapping]; judge({ ...b.audited, mapping: "" }, { again: true }); })) : null,
    onsite.length ? el("div", { cls: "row with" }, el("span", {}, w(`现场核定文件：${onsite.map((one) => one.name).join("、")}`, `On-site decisions: ${onsite.map((one) => one.name).join(", ")}`)), drop(() => judge({ ...b.audited, onsite: [] }, { again: true }))) : null];
}
