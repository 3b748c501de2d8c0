/* One workbook: the verdict, what improved, what to do, and all else for reference. */
function headline(b) {
  const s = b.sum, todo = s.fail + s.unknown;
  const wait = s.manual ? w(`另有${s.manual}条等检查人员到现场看，您不用填。`, `${many(s.manual, "clause waits", "clauses wait")} for the inspectors; nothing for you to fill in.`) : "";
  if (!b.a.standard.level) return [w(`还有${todo}条要办；定了级别，结论可能会变`, `${many(todo, "clause")} to deal with; the level may change this`), wait];
  if (s.fail && s.unknown) return [w(`还有${todo}条要办：${s.fail}条要整改，${s.unknown}条要补填`, `${many(todo, "clause")} to deal with: ${s.fail} to put right, ${s.unknown} to fill in`), wait];
  if (s.fail) return [w(`还有${s.fail}条要整改`, `${many(s.fail, "clause")} to put right`), wait];
  if (s.unknown) return [w(`没有不符合的，还有${s.unknown}条要补填`, `Nothing fails; ${many(s.unknown, "clause")} to fill in`), wait];
  if (s.manual) return [w(`您能办的都办好了，余${s.manual}条等检查人员`, `All you can do is done; ${many(s.manual, "clause waits", "clauses wait")} for the inspectors`), w("现在可以打印自查报告、签字报送。检查人员到现场看过以后，才有最后的结论。", "Print the report, sign it and hand it in. The verdict follows when the inspectors have been there.")];
  return [w(`${b.total}条全部符合`, `All ${b.total} clauses are met`), w("可以打印报告，签字存档。", "Print the report, sign and file it.")];
}
function chart(b) {
  const groups = [...new Set(b.items.map((x) => x.group))];
  const rows = groups.map((group) => el("tr", {}, el("th", { scope: "row" }, group), el("td", {}, el("div", { cls: "cells" }, b.items.filter((x) => x.group === group).map((x) => el("span", { title: `${x.name}：${OUTCOME[x.outcome]}` }, mark(x.outcome)))))));
  const counts = Object.keys(OUTCOME).filter((o) => b.sum[o]).map((o) => el("span", {}, mark(o), w(`${OUTCOME[o]}${b.sum[o]}`, `${OUTCOME[o]}: ${b.sum[o]}`)));
  return el("div", { cls: "map" }, el("table", { "aria-hidden": "true" }, el("tbody", {}, rows)), el("p", { cls: "key" }, el("span", {}, w(`共${b.total}条`, `${b.total} clauses`)), counts));
}
function verdict(b) {
  const [word, sign] = VERDICT[b.verdict], [line, more] = headline(b), waits = b.done && b.sum.manual;
  return el("section", { cls: `verdict ${b.verdict}${waits ? " done" : ""}`, "aria-label": w("结论", "Verdict") },
    el("div", {}, el("p", { cls: "word t-" + (waits ? "manual" : sign) }, mark(waits ? "manual" : sign), el("span", {}, word)), el("p", { cls: "say" }, line), more ? el("p", {}, more) : null,
      el("div", { cls: "row" }, b.done ? null : button(w("存一份标注好的工作簿", "Save a marked copy of the workbook"), () => annotated(b), "main"), button(w("打印自查报告", "Print the report"), () => print(), b.done ? "main" : ""), takeAway(b)),
      b.done ? null : el("p", { cls: "soft small hint" }, w("标注好的工作簿：要改的格涂了颜色、写了批注。您的原文件不动。", "The marked copy: cells to be changed are filled and commented. Your own file stays as it is."))),
    chart(b));
}
const HTML = "text/html", XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const annotated = (b) => made(about(b.audited, { do: "annotated" }), stem(b.audited.name) + w("-标注.xlsx", "-marked.xlsx"), XLSX);
const paperOf = (b, kind, suffix, called) => () => made(about(b.audited, { do: "paper", kind, suffix }), stem(b.audited.name) + "-" + called + suffix, suffix === ".html" ? HTML : XLSX);
function takeAway(b) {
  const record = w("现场检查记录表", "inspection record"), onsite = w("现场核定表", "on-site form"), notice = w("整改通知书", "rectification notice"), report = w("结果", "result"), own = w("自查报告", "self-check report");
  const item = (text, act) => el("li", {}, button(text, act));
  const body = el("div", { hidden: true },
    el("div", {}, el("p", {}, w("存结果", "Save the result")), el("ul", {}, item(w("自查报告（.html）", "Self-check report (.html)"), paperOf(b, "self-check", ".html", own)), item(w("自查报告（.xlsx）", "Self-check report (.xlsx)"), paperOf(b, "self-check", ".xlsx", own)), item(w("逐条结果（.xlsx）", "All clauses (.xlsx)"), paperOf(b, "report", ".xlsx", report)), item(w("结果数据（.json，汇总用）", "Data (.json, for a rollup)"), () => save(stem(b.audited.name) + w("-结果.json", "-result.json"), b.audited.text, "application/json")), b.done ? item(w("标注好的工作簿（.xlsx）", "Marked copy (.xlsx)"), () => annotated(b)) : null)),
    el("div", {}, el("p", {}, w("检查人员用", "For inspectors")), el("ul", {}, item(w("现场检查记录表（.html，可打印）", "Inspection record (.html)"), paperOf(b, "inspection-record", ".html", record)), item(w("现场检查记录表（.xlsx）", "Inspection record (.xlsx)"), paperOf(b, "inspection-record", ".xlsx", record)), item(w("现场核定表（.xlsx，填好再放进来）", "On-site form (.xlsx, to be filled in)"), paperOf(b, "on-site-form", ".xlsx", onsite)), item(w("现场核定表（.html，可打印）", "On-site form (.html)"), paperOf(b, "on-site-form", ".html", onsite)), item(w("整改通知书（.html，可打印）", "Rectification notice (.html)"), paperOf(b, "rectification-notice", ".html", notice)), item(w("整改通知书（.xlsx）", "Rectification notice (.xlsx)"), paperOf(b, "rectification-notice", ".xlsx", notice))), el("p", {}, w("要Word、PDF的，命令行有。", "For Word and PDF use the command line."))));
  const open = button(w("存其他格式", "Save as …"), () => set(body.hidden));
  const set = (on) => { body.hidden = !on; open.setAttribute("aria-expanded", on); };
  open.setAttribute("aria-expanded", false);
  const box = el("div", { cls: "menu", on: { keydown: (e) => { if (e.key === "Escape") { set(false); open.focus(); } }, focusout: (e) => { if (!box.contains(e.relatedTarget)) set(false); } } }, open, body);
  return box;
}
/* What improved since the same centre was dropped before: counted by clause, never above the verdict. */
function since(b, before) {
  const old = Object.fromEntries(before.items.map((x) => [x.id, x])), isOpen = (o) => o === "fail" || o === "unknown";
  const lists = { fresh: [], done: [], part: [], same: [] };
  for (const x of b.items) {
    const y = old[x.id];
    if (!y) continue;
    if (isOpen(x.outcome) && !isOpen(y.outcome)) lists.fresh.push([x, `${OUTCOME[y.outcome]} → ${OUTCOME[x.outcome]}`]);
    else if (!isOpen(x.outcome) && isOpen(y.outcome)) lists.done.push([x, ""]);
    else if (isOpen(x.outcome)) (x.now !== y.now || x.gap !== y.gap ? lists.part : lists.same).push([x, x.now === y.now ? "" : w(`${y.now}变为${x.now}${x.gap ? "，还" + x.gap : ""}`, `${y.now} → ${x.now}${x.gap ? ", " + x.gap : ""}`)]);
  }
  const { fresh, done, part, same } = lists, left = b.sum.fail + b.sum.unknown, n = (list) => list.length;
  const column = (title, sign, list) => n(list) ? el("div", {}, el("h3", {}, title), el("ul", {}, list.map(([x, text]) => el("li", {}, mark(sign), el("span", {}, x.name + (text ? w("：", ": ") + text : "")))))) : null;
  const title = n(fresh) ? w(`和上一次比：办好${n(done)}条，新出现${n(fresh)}条，还有${left}条要办`, `Compared with before: ${n(done)} done, ${n(fresh)} new, ${left} left`)
    : n(done) + n(part) === 0 ? w("和上一次比：没有变化", "Compared with before: nothing changed") : w(`比上一次好：${[n(done) ? `办好${n(done)}条` : "", n(part) ? `${n(part)}条有进展` : ""].filter(Boolean).join("，")}${left ? `，还有${left}条` : "，没有新出现的问题"}`, `Better than before: ${n(done)} done, ${n(part)} improved, ${left} left`);
  return el("section", { cls: "since" + (n(fresh) ? " worse" : "") }, el("h2", {}, title), el("p", { cls: "soft" }, w(`上一次是今天${before.at}放进来的同一个中心。关掉本页就不再比较。`, `Before: the same centre, dropped today at ${before.at}. Forgotten when the page is closed.`)),
    el("div", { cls: left ? "cols" : "cols one" }, column(w("新出现的", "New"), "fail", fresh), column(w("办好了", "Done"), "pass", done), column(w("有进展", "Improved"), "up", part), column(w("没有变", "Unchanged"), "skip", same)));
}
function where(p) {
  if (!p.cell) return [w(`「${p.sheet}」表，第${p.row}行起`, `${p.sheet}, from row ${p.row}`)];
  const record = p.record ? ` ${p.record}` : "";
  return [w(`「${p.sheet}」表，第${p.row}行${record}，${p.header}`, `${p.sheet}, row ${p.row}${record}, ${p.header}`), el("span", { cls: "at" }, " " + p.cell + w("格", ""))];
}
const stands = (value) => (value === null || value === "" ? blank() : el("span", {}, value));
function places(x) {
  const shown = x.places.slice(0, 12), titles = [w("在哪里改", "Where"), w("现在写着", "Stands there"), w("要写", "To write")];
  if (!shown.length) return null;
  return [el("table", { cls: "places" }, headed(titles), el("tbody", {}, shown.map((p) => el("tr", {}, el("td", { "data-h": titles[0] }, el("span", {}, where(p))), el("td", { "data-h": titles[1] }, stands(p.value)), el("td", { "data-h": titles[2] }, el("span", {}, WRITE[p.write])))))),
    x.places.length > shown.length ? el("p", { cls: "small soft" }, w(`另有${x.places.length - shown.length}处，见标注好的工作簿。`, `${x.places.length - shown.length} more: see the marked copy.`)) : null];
}
/* What stands near the evidence and was not understood: quoted once, for a person to read. */
function remarksOf(x) {
  return x.remarks.length ? el("div", { cls: "left-out" }, el("b", {}, w("旁边还写着，请一并核对", "Written beside it; please read")), el("ul", {}, x.remarks.slice(0, 6).map((one) => el("li", {}, [one.sheet || "", one.cell || ""].filter(Boolean).join("!") + w("：", ": ") + (one.text || ""))))) : null;
}
function leftOutOf(x) {
  return x.left.length ? el("div", { cls: "left-out" }, el("b", {}, x.isEach ? w("是哪几个", "Which ones") : w("没有算进去的", "Not counted")), el("ul", {}, x.left.slice(0, 8).map((one) => el("li", {}, w(`第${one.row}行 ${one.label}：${one.why}`, `row ${one.row} ${one.label}: ${one.why}`))), x.left.length > 8 ? el("li", {}, w(`另${x.left.length - 8}行，见下面的表`, `${x.left.length - 8} more rows: see the table`)) : null)) : null;
}
function fix(x, n) {
  const id = "r-" + x.id, box = el("div", { cls: "roster", id, hidden: true });
  const open = x.sheets.length ? button(w("看表里是怎么数的", "See how it was counted"), () => { const on = box.hidden; if (on && !box.firstChild) box.append(...rosters(x)); box.hidden = !on; open.setAttribute("aria-expanded", on); }, "open") : null;
  if (open) { open.setAttribute("aria-expanded", false); open.setAttribute("aria-controls", id); open.append(el("span", { cls: "hide" }, w("：", ": ") + x.name)); }
  const pair = (term, text) => (text ? el("div", {}, el("dt", {}, term), el("dd", {}, text)) : null);
  return el("article", { cls: "fix", "aria-labelledby": "h-" + x.id },
    el("div", { cls: "left" }, el("h3", { id: "h-" + x.id }, el("span", { cls: "n" }, n), el("span", {}, x.name)), el("p", { cls: "tag t-" + x.outcome }, mark(x.outcome), el("span", {}, OUTCOME[x.outcome] + (x.gap ? w("，", ", ") + x.gap : "")))),
    el("div", { cls: "right" }, x.now || x.need ? el("dl", { cls: "pair" }, pair(x.source, x.now), pair(w("要求", "Required"), x.need)) : el("p", {}, x.message),
      el("p", { cls: "do" }, x.remedy || x.message), places(x), leftOutOf(x), remarksOf(x)),
    open ? el("p", { cls: "see" }, open) : null, box);
}
function section(title, note, rows, tool) { return rows.length ? el("section", { cls: "part" }, el("header", {}, el("h2", {}, title), note ? el("p", {}, note) : null, tool), rows) : null; }
function allClauses(b) {
  const titles = [w("结论", "Outcome"), w("条款", "Clause"), w("表里的情况", "In the workbook"), w("要求", "Required"), w("原文第几条", "In the document")];
  const grid = el("table", { cls: "list cl" }, headed(titles)), chips = el("div", { cls: "row", role: "group", "aria-label": w("只看哪一种", "Show only") });
  const fill = (only) => {
    [...grid.tBodies].forEach((x) => x.remove());
    let group = null, body = null, sentence = "";
    for (const x of b.items) {
      if (only && x.outcome !== only) continue;
      if (x.group !== group || !body) { group = x.group; body = el("tbody", {}, el("tr", { cls: "grp" }, el("th", { colspan: 5, scope: "rowgroup" }, group))); grid.append(body); }
      if (x.sentence && x.sentence !== sentence) { sentence = x.sentence; if (sentence !== x.quote) body.append(el("tr", {}, el("td", { colspan: 5, cls: "quote" }, w(`原文：“${sentence}”`, sentence)))); }
      body.append(el("tr", {}, el("td", { cls: "oc" }, mark(x.outcome), OUTCOME[x.outcome]), el("th", { scope: "row" }, x.name, x.quote && x.sentence === x.quote ? el("div", { cls: "quote" }, w(`原文：“${x.quote}”`, x.quote)) : null), el("td", { "data-h": w("表里", "Now") }, x.now), el("td", { "data-h": x.need ? titles[3] : null }, x.need), el("td", { cls: "soft", "data-h": w("原文", "Document") }, x.clause)));
    }
    [...chips.children].forEach((chip) => chip.setAttribute("aria-pressed", chip.dataset.o === only));
  };
  for (const o of ["", "fail", "unknown", "manual", "pass", "not_applicable"]) if (!o || b.sum[o]) { const chip = button(o ? `${OUTCOME[o]} ${b.sum[o]}` : w(`全部${b.total}`, `All ${b.total}`), () => fill(o)); if (o) chip.prepend(mark(o)); chip.dataset.o = o; chips.append(chip); }
  fill("");
  return el("details", { cls: "more" }, el("summary", {}, w(`全部${b.total}条`, `All ${b.total} clauses`), el("span", { cls: "aside" }, w("符合的也列出，附标准原文", "those met as well, with the standard's words"))), el("div", {}, chips, grid));
}
function notes(b) {
  const list = b.a.notes;
  if (!list.length) return null;
  return el("details", { cls: "more" }, el("summary", {}, w(`提醒${list.length}条`, many(list.length, "remark")), el("span", { cls: "aside" }, w("不影响结论", "the verdict does not rest on them"))), el("div", {}, el("ul", { cls: "notes" }, list.map((note) => el("li", {}, note.message + w("。", ". "), el("span", { cls: "soft small" }, note.cells.slice(0, 6).map((cell) => `${cell.sheet}!${cell.cell}${cell.value ? "：" + cell.value : ""}`).join(w("；", "; "))))))));
}
function reported(b) {
  const list = b.a.reported;
  if (!list.length) return null;
  return el("details", { cls: "more" }, el("summary", {}, w(`只列明、不判定的${list.length}项`, `${list.length} items that are listed only`), el("span", { cls: "aside" }, w("享受政策和建设情况", "policies enjoyed and how it was built"))), el("div", {}, el("table", { cls: "list" }, headed([w("项目", "Item"), w("填报情况", "As filled in")]), el("tbody", {}, list.map((r) => el("tr", {}, el("th", { scope: "row" }, r.title), el("td", {}, r.message)))))));
}
/* Asked only where the workbook leaves it open; the answer is for this page only. */
function question(b) {
  const { audited, a } = b, needsLevel = !a.standard.level || audited.settings.level, needsDay = audited.settings.as_of || !a.as_of_from;
  if (!needsLevel && !needsDay) return null;
  const again = (settings) => judge({ ...audited, settings: { ...audited.settings, ...settings } }, { stays: true });
  const pick = (level) => el("label", { cls: "pick" }, el("input", { type: "radio", name: "level", value: level.id, checked: audited.settings.level === level.id, on: { change: () => again({ level: level.id }) } }), level.title);
  return el("section", { cls: "ask" }, el("h2", {}, w("表里有没填的，请您定一下", "The workbook leaves this open")),
    el("p", {}, w("两级的要求不同，期限要算到哪一天也要看日期。", "What is asked depends on the level, and every term on the day.")),
    needsLevel ? el("fieldset", {}, el("legend", {}, w("这是哪一级的中心", "Level of the centre")), engine.about.levels.map(pick)) : null,
    needsDay ? el("label", { cls: "when" }, el("span", {}, w("算到哪一天", "As of which day")), el("input", { type: "date", value: a.as_of, on: { change: (e) => { if (e.target.value) again({ as_of: e.target.value }); } } })) : null,
    el("p", { cls: "soft small" }, w("只在本页用这一次。请在表里也填上，区里收到的结果才会一样。", "Used on this page only. Fill it in in the workbook as well, so that the office gets the same result.")));
}
function whose(b) {
  const from = b.a.as_of_from ? w("，取自表里的「数据截止日期」", ", as the workbook says") : b.audited.settings.as_of ? w("，是您定的", ", as you chose") : w("，是今天", ", today");
  return el("div", { cls: "who" }, el("h1", { tabindex: -1 }, b.name), el("p", {}, `${b.level || w("级别没填", "no level")}　${w("审核日期", "As of ")}${day(b.a.as_of)}${from}　${w("文件：", "File: ")}${b.audited.name}`), beside(b));
}
function oneView(b, before) {
  const of = (outcome) => b.items.filter((x) => x.outcome === outcome), fails = of("fail"), unknown = of("unknown"), manual = of("manual");
  const all = button(w("展开所有的表", "Open all"), () => { const list = [...document.querySelectorAll(".open")], on = list.some((x) => x.getAttribute("aria-expanded") === "false"); list.forEach((x) => { if ((x.getAttribute("aria-expanded") === "true") !== on) x.click(); }); all.textContent = on ? w("收起所有的表", "Close all") : w("展开所有的表", "Open all"); }, "plain");
  const parts = [fails, unknown, manual].filter((x) => x.length).length, tool = el("div", { cls: "row" }, all);
  let number = 0, k = 0;
  const no = () => { k++; return parts > 1 ? w("一二三"[k - 1] + "、", `${k}. `) : ""; };
  paperOne(b);
  const open = b.unread || [], plain = open.filter((one) => !one.decides);
  return [whose(b), question(b), pointing(b.audited, open.filter((one) => one.decides)), verdict(b), before ? since(b, before) : null,
    section(fails.length && no() + w(`要整改的${fails.length}条`, `To put right: ${fails.length}`), w("按标准的先后", "in the standard's order"), fails.map((x) => fix(x, ++number)), tool),
    section(unknown.length && no() + w(`要补填的${unknown.length}条`, `To fill in: ${unknown.length}`), w("空着的、读不懂的不当作“没有”，填清楚了才能判定", "what is blank or unclear is never taken for “no”"), unknown.map((x) => fix(x, ++number)), fails.length ? null : tool),
    section(manual.length && no() + w(`等检查人员的${manual.length}条`, `For the inspectors: ${manual.length}`), w("您不用填", "nothing for you to fill in"), manual.map((x) => el("div", { cls: "wait" }, el("h3", {}, mark("manual"), x.name), el("p", {}, x.message)))),
    b.done ? null : el("section", { cls: "part" }, el("header", {}, el("h2", {}, w("改好以后", "When it is corrected")), el("p", {}, w("在Excel或者WPS里改、存盘", "in Excel or WPS, saved"))), dropZone([w("把改好的工作簿再拖进来", "Drop the corrected workbook here"), w("本页会告诉您办好了几条。拖到本页任何地方都可以。", "The page tells you what is done. Anywhere on the page will do."), w("选择改好的工作簿", "Choose the corrected workbook")])),
    el("section", { cls: "part" }, el("header", {}, el("h2", {}, w("备查", "For reference"))), notes(b), plain.length ? el("details", { cls: "more" }, el("summary", {}, w(`没有读的表和列${plain.length}处`, many(plain.length, "sheet or column", "sheets and columns") + " not read"), el("span", { cls: "aside" }, w("多半用不着；要用的，可以指给程序看", "probably not needed; what is can be pointed at"))), el("div", {}, pointing(b.audited, plain))) : null, allClauses(b), reported(b))];
}
