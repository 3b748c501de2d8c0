/* Elements. Every text goes in as text, never as markup: a cell may hold anything. */
const $ = (id) => document.getElementById(id);
/* A number stays with its unit, a masked name with its stars. */
const TOGETHER = /(\d[\d.]*[㎡人名户项处条格行个份]|[一-龥]\*+|[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?格|\d{4}-\d\d-\d\d)/;
function kept(text) {
  if (typeof text !== "string" || text.length > 2000 || !TOGETHER.test(text)) return text;
  return text.split(TOGETHER).map((piece, i) => { if (i % 2 === 0) return piece; const span = document.createElement("span"); span.className = "nb"; span.textContent = piece; return span; });
}
function el(tag, props, ...kids) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (name === "cls") made.className = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  const flat = kids.flat(4).filter((kid) => kid !== null && kid !== undefined && kid !== false && kid !== "");
  made.append(...(/^(option|label|button)$/.test(tag) ? flat : flat.map(kept).flat()));
  return made;
}
/* Marks are drawn, not typed: fonts show √ and ○ in many ways. The word always stands beside. */
const STROKE = { pass: "M3 8.5l3.5 3.5L13 4", fail: "M4 4l8 8M12 4l-8 8", skip: "M3 8h10", nay: "M4 4l8 8M12 4l-8 8", up: "M8 13V3.5M4 7.5l4-4 4 4", not_applicable: "M3 8h10" };
function mark(outcome) {
  const made = el("i", { cls: "mark " + outcome, "aria-hidden": "true" });
  if (outcome === "unknown") made.append("?");
  if (!STROKE[outcome]) return made;
  const space = "http://www.w3.org/2000/svg", svg = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 16 16"); path.setAttribute("d", STROKE[outcome]); svg.append(path); made.append(svg);
  return made;
}
const button = (text, act, cls) => el("button", { type: "button", cls, on: { click: act } }, text);
const blank = () => el("span", { cls: "blank" }, w("空白", "blank"));
const headed = (titles) => el("thead", {}, el("tr", {}, titles.map((title) => el("th", { scope: "col" }, el("span", {}, title)))));
let toastTimer = 0;
function say(text) { $("toast").textContent = text; clearTimeout(toastTimer); toastTimer = setTimeout(() => { $("toast").textContent = ""; }, 8000); }
const stem = (name) => name.replace(/\.[^.]+$/, "");
function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type: type || "application/octet-stream" })), link = el("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  say(w(`已存为「${name}」，在浏览器的“下载”文件夹里。`, `Saved as “${name}” in the browser's downloads.`));
}
