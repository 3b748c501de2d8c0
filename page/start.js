/* The page itself: takes files, shows one state after the other. */
const picker = el("input", { type: "file", multiple: true, hidden: true, on: { change: (e) => { takeList([...e.target.files]); e.target.value = ""; } } });
const folder = el("input", { type: "file", webkitdirectory: true, hidden: true, on: { change: (e) => { takeList([...e.target.files]); e.target.value = ""; } } });
const veil = el("div", { cls: "veil", "aria-hidden": "true" }, el("p", {}, w("松开鼠标，开始核对", "Let go to check")));
document.body.append(picker, folder, veil);
let over = 0;
const lit = (on) => document.documentElement.classList.toggle("over", on);
addEventListener("dragenter", (e) => { e.preventDefault(); over++; lit(true); });
addEventListener("dragleave", () => { if (--over <= 0) { over = 0; lit(false); } });
addEventListener("dragover", (e) => e.preventDefault());
addEventListener("drop", async (e) => { e.preventDefault(); over = 0; lit(false); take(await dropped(e.dataTransfer)); });
const takeList = (files) => take(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })));

/* What was dropped, folders with all that is in them. */
async function dropped(data) {
  const entries = [...data.items].map((item) => (item.webkitGetAsEntry ? item.webkitGetAsEntry() : null));
  if (!entries.some(Boolean)) return [...data.files].map((file) => ({ file, path: file.name }));
  const found = [];
  const walk = async (entry, above) => {
    const path = above + entry.name;
    if (entry.isFile) return found.push({ file: await new Promise((done, failed) => entry.file(done, failed)), path });
    const reader = entry.createReader();
    for (;;) { const more = await new Promise((done, failed) => reader.readEntries(done, failed)); if (!more.length) return; for (const one of more) await walk(one, path + "/"); }
  };
  for (const entry of entries.filter(Boolean)) await walk(entry, "");
  return found;
}
function dropZone(slim) {
  const where = el("div", { cls: "drop" + (slim ? " slim" : "") });
  if (slim) where.append(el("div", {}, el("p", { cls: "big" }, slim[0]), el("p", { cls: "soft" }, slim[1])));
  else where.append(el("p", { cls: "big" }, w("把填好的工作簿拖到这里，或者", "Drop the filled-in workbook here, or")));
  where.append(el("div", { cls: "row" }, button(slim ? slim[2] : w("选择工作簿", "Choose a workbook"), () => picker.click(), "main"), slim ? null : button(w("选择文件夹（一次查多份）", "Choose a folder (many at once)"), () => folder.click())));
  if (!slim) where.append(el("p", { cls: "soft small" }, w("Excel、WPS存的 .xlsx .xls 都可以，.ods .csv 和压缩包 .zip 也可以", ".xlsx and .xls of Excel and WPS; .ods, .csv and .zip as well")));
  return where;
}
const STEPS = [w("取出程序", "unpacking"), w("启动程序", "starting"), w("装入标准", "loading the standard"), w("准备完毕", "ready")];
function readyLine() {
  const line = el("div", { cls: "ready", id: "ready" });
  const draw = () => {
    if (engine.dead) return line.replaceChildren(el("p", { role: "alert" }, w("程序没能启动。请用新版的 Microsoft Edge、Chrome 或者火狐打开本页，关掉别的网页再试。", "The program did not start: try a recent Edge, Chrome or Firefox, with other pages closed."), el("span", { cls: "soft small" }, " " + (engine.why || ""))));
    if (engine.up) return line.replaceChildren(el("p", {}, mark("pass"), w("程序已准备好，放进来就开始核对，一份约1秒。", "Ready: a workbook takes about a second.")));
    line.replaceChildren(el("label", { for: "start" }, w(`程序正在准备：${STEPS[engine.step]}（第${engine.step + 1}步，共4步）。现在就可以放文件，准备好了自动开始。`, `Getting ready: ${STEPS[engine.step]} (step ${engine.step + 1} of 4). You may drop files now.`)), el("progress", { id: "start", max: 4, value: engine.step + 0.5 }));
  };
  draw(); engine.watchers.clear(); engine.watchers.add(draw);
  return line;
}
function landing() {
  const drop = dropZone(), test = el("p", { cls: "said", role: "status" });
  drop.append(readyLine());
  const plain = (text, act) => el("li", {}, button(text, act, "plain"));
  const levels = engine.about ? engine.about.levels : [{ id: "district", title: w("区级", "district level") }, { id: "town", title: w("镇（街道）级", "town level") }];
  return el("div", { cls: "land" },
    el("div", {}, el("h1", { tabindex: -1 }, w("对照标准，看工作簿还差什么", "See what your workbook still lacks")),
      el("p", { cls: "lead" }, w("对照标准逐条核对。哪一条没达到、差多少、到哪张表哪一格去改，都会写明。检查部门用的是同一套程序，结论一致。", "Clause by clause: what is not met, by how much, and in which cell of which sheet to act. The inspectors use the same program.")),
      drop,
      el("section", { cls: "facts" }, el("h2", {}, w("您的文件会怎样", "What happens to your file")), el("ul", {},
        el("li", {}, w("只在这台电脑上读，不上传。本页没有联网的能力，拔掉网线一样能用。", "It is read on this computer only. The page cannot reach any network.")),
        el("li", {}, w("不改动您的文件。点了“存”才另写一份；关掉本页，什么都不留下。", "It is not changed. Only “save” writes a new file; nothing is left when the page is closed.")),
        el("li", {}, w("姓名、电话、身份证号，在页面和报告里都遮住一部分。", "Names, phones and identity numbers are masked."))))),
    el("div", { cls: "side" },
      el("section", {}, el("h2", {}, w("还没有表", "No workbook yet")), el("p", {}, w("存一份空白表，照提示填写。不清楚的空着，不要猜。", "Save a blank one and follow its prompts. Leave blank what you do not know.")), el("ul", {}, levels.map((level) => plain(w(`${level.title}空白表`, `blank workbook, ${level.title}`), () => made(ask({ do: "template", level: level.id }), w(`${level.title}空白表.xlsx`, `blank-${level.id}.xlsx`), XLSX))), levels.map((level) => plain(w(`${level.title}标准全文，可打印`, `the standard, ${level.title}`), () => made(ask({ do: "booklet", suffix: ".html", level: level.id }), w(`${level.title}标准手册.html`, `standard-${level.id}.html`), HTML))))),
      el("section", {}, el("h2", {}, w("第一次用", "First time")), el("p", {}, w("先看一份示例，熟悉一下再放自己的。", "Look at a sample before your own.")), el("ul", {}, plain(w("看示例的结果", "Show a sample's result"), () => sample()))),
      el("section", {}, el("h2", {}, w("程序算得对不对", "Does it count right")), el("p", {}, w("用4份示例工作簿算一遍，与发布时的结果对照，约3秒。", "Audits the four samples and compares with what was published.")), el("ul", {}, plain(w("现在检验", "Test now"), () => selfTest(test))), test)));
}
const SAMPLES = JSON.parse(part("samples"));
function decoded(base64) { const text = atob(base64), found = new Uint8Array(text.length); for (let i = 0; i < text.length; i++) found[i] = text.charCodeAt(i); return found.buffer; }
function sample() { const [name, { content }] = Object.entries(SAMPLES).find(([one]) => /未达标/.test(one)) || Object.entries(SAMPLES)[0]; judge(fresh(name, decoded(content))); }
async function digest(text) { const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)); return [...new Uint8Array(sum)].map((b) => b.toString(16).padStart(2, "0")).join(""); }
async function selfTest(line) {
  line.textContent = w("正在检验……", "Testing …");
  const wrong = []; let clauses = 0;
  for (const [name, { content, sha256 }] of Object.entries(SAMPLES)) {
    const done = await audit({ ...fresh(name, decoded(content)), settings: { mappings: {} } });
    if (!done.text || (await digest(done.text)) !== sha256) wrong.push(name); else clauses += done.result.findings.length;
  }
  line.textContent = wrong.length ? w(`不一致：${wrong.join("、")}。请不要用这一份，向发给您的单位另要一份。`, `Not equal: ${wrong.join(", ")}. Do not use this copy of the page; ask for another one.`) : w(`一致：${Object.keys(SAMPLES).length}份示例共${clauses}条，与发布时的结果完全相同。`, `Equal: ${clauses} clauses of ${Object.keys(SAMPLES).length} samples are just as published.`);
}
function busy(title, text, value, max, list) {
  const line = el("label", { for: "start" }, text), bar = el("progress", { id: "start", max, value }), done = el("ul", { cls: "notes" });
  const view = el("div", { cls: "who" }, el("h1", { tabindex: -1 }, title), el("div", { cls: "facts" }, line, bar, el("p", { cls: "row" }, button(list ? w("停止，只看已核对的", "Stop, show what is done") : w("停止", "Stop"), () => halt()))), list ? el("h2", { cls: "soft" }, w("刚核对完的", "Just done")) : null, done);
  return { view, line, bar, done };
}
/* A centre that was shown before, by its name and level: for what improved. Kept until the page is closed. */
const shownBefore = new Map();
let run = 0, halt = () => {};
const clockTime = () => { const now = new Date(); return w(`${now.getHours()}时${String(now.getMinutes()).padStart(2, "0")}分`, now.toTimeString().slice(0, 5)); };
function waitText() { return engine.up ? w("正在逐条核对，约1秒。", "Checking clause by clause, about a second.") : w(`程序还在准备：${STEPS[engine.step]}（第${engine.step + 1}步，共4步），好了自动开始。`, `Getting ready: ${STEPS[engine.step]} (step ${engine.step + 1} of 4).`); }

async function take(files) {
  if (!files.length) return;
  const mine = ++run, pointed = files.filter((one) => /\.ya?ml$/i.test(one.path)), others = files.filter((one) => !pointed.includes(one));
  stop();
  for (const { file } of pointed) { const error = await takeMapping(file); if (error) return show([backToStart(), wrongView(error)]); }
  if (!others.length) {
    if (now) return judge({ ...now.audited, mapping: "" }, { again: true });
    go({});
    return say(w("已记住指认文件。现在放工作簿，程序就照着读。", "The mapping is remembered: now drop the workbook."));
  }
  if (others.length === 1 && !/\.zip$/i.test(others[0].file.name) && !others[0].path.includes("/")) {
    const { file } = others[0];
    const content = await file.arrayBuffer().catch(() => null);
    return content ? judge(fresh(file.name, content)) : show(wrongView({ message: w(`「${file.name}」打不开`, `“${file.name}” cannot be opened`), hint: w("它可能正被别的程序占用，或者是一个文件夹。关掉别的程序，再放一次。", "Another program may hold it, or it is a folder.") }));
  }
  return takeMany(others, mine);
}
/* A mapping's file is remembered until the page is closed; what is wrong with it is the answer. */
async function takeMapping(file) {
  try {
    const { said } = await ask({ do: "mapping", name: file.name }, await file.arrayBuffer());
    if (said.message) return said;
    held.mappings = { ...held.mappings, [file.name]: said.sheets };
  } catch (trouble) { return trouble.message ? trouble : told(file.name, trouble); }
}
/* One workbook: its audit, what of it was not read, and the inspectors' decisions that belong to it.
   `stays`: only a setting changed; `again`: the same workbook, read otherwise. */
async function judge(book, { stays, again } = {}) {
  const mine = ++run, same = stays || again;
  halt = () => { run++; stop(); go({}); };
  if (!same) {
    const b = busy(w(`正在核对「${book.name}」`, `Checking “${book.name}”`), waitText(), engine.up ? 3.5 : engine.step, 4);
    engine.watchers.clear(); engine.watchers.add(() => { b.line.textContent = waitText(); b.bar.value = engine.step; });
    show(b.view);
  }
  let done = await audit(book);
  if (mine !== run) return;
  if (done.isOnsite) return takeOnsite([book], mine);
  if (done.result && !same) {
    const known = shownBefore.get(keyOf(done.result)), onsite = held.onsite.length ? held.onsite : known ? known.audited.onsite : [];
    held.onsite = [];
    if (onsite.length) return joined(bookOf(done), onsite, mine);
  }
  const seen = done.died ? { unread: [], mapping: "" } : await lookAround(book);
  if (mine !== run) return;
  done = { ...done, mapping: seen.mapping };
  if (!done.result) { now = null; return show([backToStart(), wrongView(done.error), pointing({ ...book, mapping: seen.mapping }, seen.unread)]); }
  const b = bookOf(done), before = same ? null : shownBefore.get(b.key);
  b.unread = seen.unread;
  if (!stays) { b.at = clockTime(); shownBefore.set(b.key, b); }
  go({ one: b, before, stays });
  if (stays) say(w("已按您定的重新核对。", "Checked again as you chose."));
}
/* Inspectors' files alone: they are about the centre that is shown, or wait for their workbook. */
async function takeOnsite(files, mine) {
  if (now) { const known = now.audited.onsite.filter((one) => !files.some((file) => file.name === one.name)); return joined(now, [...known, ...files], mine); }
  held.onsite = files;
  const names = files.map((one) => one.name).join(w("」「", ", "));
  show([backToStart(), el("section", { cls: "wrong" }, el("h1", { tabindex: -1 }, w(`已收到现场核定文件「${names}」`, `On-site decisions received: ${names}`)), el("p", {}, w("它只写着检查人员看到的，还要那个中心的工作簿才能核对。现在把工作簿放进来；两样一起放也可以。", "They hold what the inspectors saw. Now drop the centre's workbook; both together will do as well."))), dropZone([w("把这个中心的工作簿拖到这里", "Drop the centre's workbook here"), w("拖到本页任何地方都可以。", "Anywhere on the page will do."), w("选择工作簿", "Choose the workbook")])]);
}
const UNDECIDED = (name) => ({ message: w(`「${name}」里还没有填结论`, `${name} decides nothing yet`), hint: w("请检查人员填好结论、核定人、核定日期，再同工作簿一起放进来。", "Let the inspector fill in outcome, name and day, then drop it with the workbook.") });
/* The centre's audit with what was decided on site about it; another centre's file is refused. */
async function joined(b, files, mine) {
  for (const file of files) {
    const { said } = await ask({ do: "decided", name: file.name, centres: [b.a.centre.name || ""] }, file.content);
    if (mine !== run) return;
    const others = said.others || [], refused = said.message ? said : said.about[0] || said.is_unnamed ? null : others.length ? { message: w(`「${file.name}」写的是${others.join("、")}，不是${b.name}`, `${file.name} is about ${others.join(", ")}, not about ${b.name}`), hint: w("请放这个中心自己的现场核定文件。", "Drop the decisions about this centre.") } : UNDECIDED(file.name);
    if (refused) return show([backToStart(), wrongView(refused)]);
  }
  return judge({ ...b.audited, onsite: files }, { again: true });
}
/* Among many: each file goes to the centres that it names; one that goes nowhere is told. */
async function attest(books, files, errors) {
  const centres = books.map((b) => b.a.centre.name || ""), given = books.map(() => []);
  for (const file of files) {
    const { said } = await ask({ do: "decided", name: file.name, centres }, file.content);
    const whole = said.is_unnamed && books.length === 1, wrong = (message, hint) => errors.push({ name: file.name, path: file.path, error: { message, hint } });
    if (said.message) { errors.push({ name: file.name, path: file.path, error: said }); continue; }
    said.about.forEach((isAbout, i) => { if (isAbout || whole) given[i].push(file); });
    if (!said.is_unnamed && !said.others.length && !said.about.some(Boolean)) errors.push({ name: file.name, path: file.path, error: UNDECIDED(file.name) });
    if (said.is_unnamed && !whole) wrong(w("现场核定里有没写中心名称的，不知道是哪个中心的，没有用", "A decision names no centre and was not used"), w("在「中心名称」一栏写上中心名称，再同工作簿一起放进来。", "Write the centre's name in its row."));
    if (said.others.length) wrong(w(`现场核定写的「${said.others.join("」「")}」，这次没有它的工作簿`, `There is no workbook of ${said.others.join(", ")}`), w("把那个中心的工作簿也一起放进来。", "Drop that centre's workbook as well."));
  }
  for (const [i, onsite] of given.entries()) if (onsite.length) {
    const done = await audit({ ...books[i].audited, onsite });
    if (done.result) { const at = books[i].at; books[i] = { ...bookOf(done), at }; } else { errors.push(done); books[i] = null; }
  }
  return books.filter(Boolean);
}
async function openFrom(b, group) {
  const seen = await lookAround(b.audited);
  b.unread = seen.unread; b.audited.mapping = seen.mapping;
  go({ one: b, run: group });
}
/* The workbooks among what was given, those in zips among them; one after the other. */
async function takeMany(files, mine) {
  const b = busy(w("正在核对", "Checking"), waitText(), 0, files.length, true), errors = [], onsite = [];
  let books = [], skipped = 0, halted = false;
  halt = () => { halted = true; stop(); };
  show(b.view);
  try {
    const { said } = await ask({ do: "workbooks_among", names: files.map((one) => one.path) });
    const wanted = files.length === 1 ? files : files.filter((_, i) => !said.skip[i]);
    skipped = files.length - wanted.length;
    wanted.sort((x, y) => (x.path < y.path ? -1 : 1));
    const list = [];
    for (const { file, path } of wanted) {
      if (!/\.zip$/i.test(file.name)) { list.push({ name: file.name, path, read: () => file.arrayBuffer() }); continue; }
      const content = await file.arrayBuffer(), inside = await ask({ do: "members", name: file.name }, content);
      if (inside.said.message) errors.push({ name: file.name, path, error: inside.said });
      else if (inside.said.single) list.push({ name: file.name, path, read: async () => content });
      else { skipped += inside.said.skipped; inside.said.members.forEach((name, at) => list.push({ name: name.split("/").pop(), path: `${path}/${name}`, read: async () => { const one = await ask({ do: "member", name: file.name, at }, content); if (one.said.message) throw one.said; return one.content.buffer; } })); }
    }
    if (list.length === 1 && !errors.length) { const [one] = list; return judge(fresh(one.name, await one.read())); }
    b.bar.max = list.length;
    b.view.querySelector("h1").textContent = w(`正在核对${list.length}个文件`, `Checking ${many(list.length, "file")}`);
    let i = 0, spent = 0;
    for (const { name, path, read } of list) {
      if (halted || mine !== run) break;
      i++;
      const left = i > 3 ? w(`约还要${Math.max(1, Math.round(((list.length - i) * spent) / i / 1000))}秒。`, `About ${Math.max(1, Math.round(((list.length - i) * spent) / i / 1000))} s left.`) : "";
      b.line.textContent = w(`第${i}份，共${list.length}份：${name}。${left}`, `${i} of ${list.length}: ${name}. ${left}`); b.bar.value = i - 1;
      const began = performance.now();
      let done;
      try { done = await audit(fresh(name, await read(), path)); } catch (trouble) { done = { name, path, error: trouble.message ? trouble : told(name, trouble) }; }
      spent += performance.now() - began;
      if (halted || mine !== run) break;
      if (done.isOnsite) { onsite.push(done); continue; }
      if (done.result) { const book = bookOf(done); book.at = clockTime(); books.push(book); }
      else errors.push(done);
      const kind = done.result ? VERDICT[done.result.verdict] : [w("没能核对", "not checked"), "skip"];
      b.done.prepend(el("li", {}, mark(kind[1]), `${kind[0]}　${done.result ? books[books.length - 1].name : name}`));
      while (b.done.children.length > 5) b.done.lastChild.remove();
    }
    if (onsite.length && books.length && !halted) books = await attest(books, onsite, errors);
  } catch (trouble) { if (!halted) errors.push({ name: files[0].file.name, error: trouble.message ? trouble : told(files[0].file.name, trouble) }); }
  if (mine !== run) return;
  if (books.length || errors.length) now = null;
  if (onsite.length && !books.length && !errors.length) return takeOnsite(onsite, mine);
  if (books.length === 1 && !errors.length && onsite.length) return judge(books[0].audited, { again: true });
  if (!books.length && errors.length === 1) return show([backToStart(), wrongView(errors[0].error)]);
  if (!books.length && !errors.length) return halted ? go({}) : show([backToStart(), wrongView({ message: w("这里面没有工作簿", "There is no workbook in it"), hint: w("请选择放着 .xlsx .xls .ods .csv 文件的文件夹。", "Choose a folder with .xlsx, .xls, .ods or .csv files.") })]);
  go({ run: { books, errors, skipped, stopped: halted } });
}
function wrongView(error) {
  return [el("section", { cls: "wrong", role: "alert" }, el("h1", { tabindex: -1 }, error.message), el("p", {}, error.hint || ""), el("p", { cls: "soft" }, w("没有核对，也没有结论。还是不行的，请把上面这句话告诉检查部门。本页不会问您密码。", "Nothing was checked and there is no verdict. The page never asks for a password."), OFFICE.contact ? el("span", { cls: "contact" }, " " + OFFICE.contact) : null)),
    dropZone([w("换一个文件，拖到这里", "Drop another file here"), w("拖到本页任何地方都可以。", "Anywhere on the page will do."), w("选择文件", "Choose a file")])];
}
const backToStart = () => el("p", { cls: "crumbs" }, button(w("← 换一份工作簿", "← Another workbook"), () => { run++; stop(); go({}); }, "plain"));
const NAME = OFFICE.title || $("name").textContent;
function show(view, focus) {
  $("view").replaceChildren(...[view].flat(3).filter(Boolean));
  const h = $("view").querySelector("h1"), word = $("view").querySelector(".word span");
  document.title = (h ? (word ? word.textContent + " " : "") + h.textContent + " - " : "") + NAME;
  if (!h || focus === false) return;
  scrollTo(0, 0); h.focus({ preventScroll: true });
}
let now = null;  /* the workbook that is shown */
function go({ one, run: group, before, stays }) {
  engine.watchers.clear();
  now = one || null;
  if (one) {
    const held = stays && document.activeElement ? document.activeElement.value : "", at = scrollY;
    show([group ? el("p", { cls: "crumbs" }, button(w(`← 回到${group.books.length + group.errors.length}个文件的列表`, "← Back to the list"), () => { go({ run: group }); [...document.querySelectorAll(".centre")].filter((x) => x.textContent === one.name).forEach((x) => x.focus()); }, "plain")) : backToStart(), oneView(one, before)], !stays);
    if (stays) { scrollTo(0, at); const again = [...document.querySelectorAll(".ask input")].find((x) => x.value === held); if (again) again.focus(); }
  } else if (group) show([backToStart(), manyView(group)]);
  else { $("paper").replaceChildren(); show(landing(), started); started = true; }
}
let started = false;
function foot() {
  const about = engine.about;
  if (!about) return;
  const s = about.standard;
  $("std").textContent = s.title;
  $("foot").firstChild.replaceChildren(el("span", {}, w(`标准：${s.title}，${s.edition}版，校验码${s.sha256.slice(0, 12)}`, `Standard: ${s.title}, ${s.edition}, ${s.sha256.slice(0, 12)}`)), el("span", {}, w(`程序：centre-check ${about.version}`, `Program: centre-check ${about.version}`)), el("span", {}, w("同一份工作簿，命令行、本页、检查部门的结果都相同", "The same workbook gives the same result here, on the command line and at the office")), OFFICE.contact ? el("span", { cls: "contact" }, OFFICE.contact) : "");
}
$("name").textContent = NAME;
$("safe").textContent = w("文件只在这台电脑上读，不上传、不保存", "Files are read on this computer only: nothing is sent or kept");
document.querySelector(".jump").addEventListener("click", (e) => { e.preventDefault(); $("main").focus(); });
go({});
boot();
const waitForAbout = setInterval(() => { if (engine.about) { clearInterval(waitForAbout); foot(); } }, 200);
