/* One adapter from the published JSON to what is drawn; no sentence is taken apart. */
const at = (cell) => `${cell.sheet}!${cell.cell}`;
const WRITE = { fill: w("照实补填", "fill in what is so"), correct: w("核对后更正", "check and correct"), update: w("办好以后更新", "update once it is done"), one_more: w("从这一行起新填", "begin a new row here") };
const SOURCE = { declared: w("表里填的", "As filled in"), roster: w("名册上能算的", "What the lists prove"), attested: w("现场核定", "Seen on site") };

/* `told` is what the program says of a finding beside the JSON of version 1: short words, places. */
function reading(finding, told, group) {
  return {
    id: finding.criterion, name: finding.title, clause: finding.clause, quote: finding.quote, sentence: told.sentence, group,
    outcome: finding.decided, attested: finding.attestation,
    source: SOURCE[told.source], now: told.now, need: told.wanted, gap: told.gap, remedy: finding.remedy, message: finding.message, why: told.why,
    places: told.places, left: leftOut(finding, new Set(told.near), told.places), sheets: rowsOf(finding, new Set(told.near)),
  };
}
/* What somebody might have counted, and what is still open, each with its reason. */
function leftOut(finding, near, places) {
  const shown = new Set(places.map((one) => `${one.sheet}!${one.row}`));
  return finding.excluded.filter((one) => one.reason && near.has(one.row) && !shown.has(`${one.sheet}!${one.row}`)).map((one) => ({ row: one.row, label: one.label, why: one.reason.text }));
}
/* The rows that were looked at, sheet by sheet, each with what became of it. */
const OPEN_REASONS = new Set(["blank", "unreadable", "hedged", "several_values", "unknown_word", "ambiguous", "contradiction"]);
function rowsOf(finding, near) {
  const sheets = new Map();
  const enter = (one, state) => { if (!one.sheet) return; if (!sheets.has(one.sheet)) sheets.set(one.sheet, []); sheets.get(one.sheet).push({ row: Number((/\d+$/.exec(one.cell || "") || [one.row])[0]), label: one.label, cell: one.cell, header: one.header, value: one.value, state, why: one.reason ? one.reason.text : "" }); };
  for (const one of finding.counted) enter(one, one.reason ? "maybe" : "yes");
  for (const one of finding.excluded) enter(one, one.reason && OPEN_REASONS.has(one.reason.code) ? "maybe" : near.has(one.row) ? "no" : "skip");
  for (const rows of sheets.values()) rows.sort((a, b) => a.row - b.row);
  return sheets;
}
function bookOf(audited) {
  const a = audited.result, level = engine.about.levels.find((one) => one.id === a.standard.level);
  const groups = Object.fromEntries(engine.about.levels.flatMap((one) => one.criteria).map((one) => [one.id, one.group]));
  const items = a.findings.map((finding) => reading(finding, audited.told[finding.criterion], groups[finding.criterion] || ""));
  const sum = Object.fromEntries(["pass", "fail", "unknown", "manual", "not_applicable"].map((o) => [o, items.filter((x) => x.outcome === o).length]));
  return { audited, a, items, sum, total: items.length, verdict: a.verdict, name: a.centre.name || stem(audited.name), level: a.standard.level_title || (level ? level.title : ""), key: [a.centre.name, a.standard.level].join("|"), done: !sum.fail && !sum.unknown };
}
