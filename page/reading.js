/* One adapter from the published JSON to what is drawn; no sentence is taken apart. */
const unit = (u) => u || "";
function amount(measured) {
  if (!measured) return "";
  const { low, high, low_open: from, high_open: open, unit: u } = measured;
  if (open || high === null) return w(`至少${low}${unit(u)}`, `at least ${low} ${unit(u)}`);
  return low === high ? `${low}${w("", " ")}${unit(u)}` : w(`${low}至${high}${unit(u)}`, `${low} to ${high} ${unit(u)}`);
}
function need(required) {
  if (!required) return "";
  const worded = BOUND[required.bound];
  return worded ? worded(required.value, unit(required.unit), required.upper) : "";
}
const at = (cell) => `${cell.sheet}!${cell.cell}`;
function distinct(cells) { const seen = new Set(); return cells.filter((cell) => cell && cell.sheet && cell.cell && !seen.has(at(cell)) && seen.add(at(cell))); }

/* A finding of version 1: where to act are the cells of its reasons, else those it rests on. */
function reading(finding, about) {
  const u = finding.required ? unit(finding.required.unit) : "", known = about[finding.criterion] || {};
  const open = finding.decided === "unknown";
  const why = new Map();
  for (const reason of finding.reasons) for (const cell of reason.cells) if (!why.has(at(cell))) why.set(at(cell), reason.text);
  const reasoned = distinct(finding.reasons.flatMap((reason) => reason.cells));
  return {
    id: finding.criterion, name: finding.title, clause: finding.clause, quote: finding.quote, group: known.group || "",
    outcome: finding.decided, attested: finding.attestation,
    now: finding.now || amount(finding.measured), need: need(finding.required),
    gap: finding.gap || (finding.shortfall ? w(`差${finding.shortfall}${u}`, `${finding.shortfall} ${u} short`) : ""),
    remedy: finding.remedy, message: finding.message, open,
    places: (reasoned.length ? reasoned : distinct(finding.cells)).map((cell) => ({ sheet: cell.sheet, header: cell.header, cell: cell.cell, value: cell.value, why: why.get(at(cell)) || "" })),
    loose: finding.reasons.filter((reason) => !reason.cells.length).map((reason) => reason.text),
    rows: rosterOf(finding),
  };
}
/* The rows that were looked at, table by table, each with what became of it. */
function rosterOf(finding) {
  const sheets = new Map();
  const enter = (one, state) => { if (!one.sheet) return; if (!sheets.has(one.sheet)) sheets.set(one.sheet, []); sheets.get(one.sheet).push({ row: one.row, label: one.label, cell: one.cell, header: one.header, value: one.value, state, why: one.reason ? one.reason.text : "" }); };
  for (const one of finding.counted) enter(one, one.reason ? "maybe" : "yes");
  for (const one of finding.excluded) enter(one, finding.decided === "unknown" && /^(blank|unreadable|hedged|several)/.test(one.reason ? one.reason.code : "") ? "maybe" : "no");
  for (const rows of sheets.values()) rows.sort((a, b) => a.row - b.row);
  return sheets;
}
function bookOf(audited) {
  const a = audited.result, level = engine.about.levels.find((one) => one.id === a.standard.level);
  const about = Object.fromEntries(engine.about.levels[0].criteria.concat(level ? level.criteria : []).map((one) => [one.id, one]));
  const items = a.findings.map((finding) => reading(finding, about));
  const sum = Object.fromEntries(["pass", "fail", "unknown", "manual", "not_applicable"].map((o) => [o, items.filter((x) => x.outcome === o).length]));
  return { audited, a, items, sum, total: items.length, verdict: a.verdict, name: a.centre.name || stem(audited.name), level: a.standard.level_title || (level ? level.title : ""), key: [a.centre.name, a.standard.level].join("|"), done: !sum.fail && !sum.unknown };
}
