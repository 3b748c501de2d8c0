/* One adapter from the published JSON to what is drawn; no sentence is taken apart. */
const WRITE = { fill: w("照实补填", "fill in what is so"), correct: w("核对后更正", "check and correct"), update: w("办好以后更新", "update once it is done"), one_more: w("从这一行起新填", "begin a new row here") };
const SOURCE = { declared: w("表里填的", "As filled in"), roster: w("名册上能算的", "What the lists prove"), attested: w("现场核定", "Seen on site") };

/* Where an entry of a table stands: a key's own place, or its column's letter with the row's number. */
function addressOf(table, field, index) {
  const stray = (table.strays[field] || {})[index], column = table.columns[field];
  if (stray) return stray.cell;
  return column && column.letter ? column.letter + table.rows[index] : null;
}
/* What stands at a cell of a table, under which header, beside which name. */
function entryAt(table, cell) {
  for (const [field, column] of Object.entries(table ? table.columns : {})) {
    const index = table.rows.findIndex((_, i) => addressOf(table, field, i) === cell);
    if (index >= 0) return { header: column.header, value: table.entries[field][index] };
  }
  return { header: "", value: null };
}
/* The rows of a clause, table by table as they stand in the sheets, each with what became of it. */
const STATES = [["counted", "yes"], ["excluded", "no"], ["undecided", "maybe"], ["unconcerned", "skip"]];
function rowsOf(finding, tables, words) {
  const found = new Map();
  for (const [kind, state] of STATES) for (const one of finding[kind]) {
    const table = tables[one.table];
    if (!table) continue;
    if (!found.has(one.table)) found.set(one.table, { table, name: one.name, fields: new Set(), states: new Map() });
    const entry = found.get(one.table);
    if (one.name) entry.name = one.name;
    one.fields.forEach((field) => table.columns[field] && entry.fields.add(field));
    for (const index of one.rows) if (!entry.states.has(index)) entry.states.set(index, { state, hits: state === "yes" || state === "skip" ? [] : one.fields, why: words[`${one.table}!${table.rows[index]}`] || "" });
  }
  return [...found.values()].map(({ table, name, fields, states }) => {
    const place = (field) => (table.columns[field].letter || "").padStart(3);  /* as they stand in the sheet */
    const shown = [...new Set([name, ...fields].filter((field) => field && table.columns[field]))].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
    const rows = table.rows.map((row, index) => ({ row, known: states.get(index), entries: shown.map((field) => table.entries[field][index]), hits: shown.map((field) => (states.get(index) || { hits: [] }).hits.includes(field)), index }));
    const single = table.rows.length === 1 && !Object.values(table.columns).some((column) => column.letter);
    const number = (one) => (single ? Number((/\d+$/.exec(addressOf(table, shown[0], one.index) || "") || [one.row])[0]) : one.row);
    return { sheet: table.sheet, headers: shown.map((field) => table.columns[field].header), letters: shown.map((field) => table.columns[field].letter || (addressOf(table, field, 0) || "").replace(/\d+$/, "")),
      rows: rows.map((one) => ({ row: number(one), state: one.known ? one.known.state : "skip", why: one.known ? one.known.why : "", entries: one.entries, hits: one.hits, label: name ? table.entries[name][one.index] : "" })) };
  }).filter((one) => one.rows.length && one.headers.length);
}
/* What the row of a place is called. */
function recordAt(sheets, place) {
  const row = (sheets.find((one) => one.sheet === place.sheet) || { rows: [] }).rows.find((one) => one.row === place.row);
  return place.cell && row && row.label ? row.label : "";
}
/* `words` says why a row does not count, by table and row. */
function reading(finding, tables, words, group) {
  const sheets = rowsOf(finding, tables, words), acted = new Set(finding.places.map((one) => `${one.sheet}!${one.row}`));
  return {
    id: finding.criterion, name: finding.title, clause: finding.clause, quote: finding.quote, sentence: finding.sentence, group,
    outcome: finding.decided, attested: finding.attestation,
    source: SOURCE[finding.source], now: finding.now, need: finding.wanted, gap: finding.gap, remedy: finding.remedy, message: finding.message,
    isEach: Boolean(finding.required && finding.required.bound === "each"), places: finding.places.map((one) => ({ ...one, ...entryAt(tables[one.table], one.cell), record: recordAt(sheets, one) })), remarks: finding.remarks || [],
    left: sheets.flatMap((one) => one.rows.filter((row) => (row.state === "no" || row.state === "maybe") && row.why && !acted.has(`${one.sheet}!${row.row}`)).map((row) => ({ row: row.row, label: row.label || "", why: row.why }))),
    sheets,
  };
}
const keyOf = (result) => [result.centre.name, result.standard.level].join("|");
function bookOf(audited) {
  const a = audited.result, level = engine.about.levels.find((one) => one.id === a.standard.level);
  const groups = Object.fromEntries(engine.about.levels.flatMap((one) => one.criteria).map((one) => [one.id, one.group]));
  const items = a.findings.map((finding) => reading(finding, a.tables, audited.told[finding.criterion] || {}, groups[finding.criterion] || ""));
  const sum = Object.fromEntries(["pass", "fail", "unknown", "manual", "not_applicable"].map((o) => [o, items.filter((x) => x.outcome === o).length]));
  return { audited, a, items, sum, total: items.length, verdict: a.verdict, name: a.centre.name || stem(audited.name), level: a.standard.level_title || (level ? level.title : ""), key: keyOf(a), done: !sum.fail && !sum.unknown };
}
