/* The program in its worker: one request after the other; a worker that takes too long is ended. */
const PARTS = ["pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs", "python_stdlib.zip", "lock", "program.zip"];
const SECONDS = 60, LARGEST = 700e6;
const STANDARD = OFFICE.files["standard.yaml"] ? "/office/standard.yaml" : "huyi-2019-centre";
const part = (name) => $("part-" + name).textContent.replaceAll("<\\/script", "</script");
const engine = { step: 0, about: null, dead: false, memory: 0, watchers: new Set() };
let worker = null, waiting = [], current = null, clock = 0;

function notify() { for (const watcher of [...engine.watchers]) watcher(); }
function boot() {
  const address = URL.createObjectURL(new Blob([part("worker")], { type: "text/javascript" }));
  engine.step = 0; engine.up = false; engine.began = performance.now();
  worker = new Worker(address);
  worker.onmessage = ({ data }) => heard(data);
  worker.onerror = (event) => { event.preventDefault(); lost({ broken: event.message || "worker", hungry: true }); };
  worker.postMessage({ parts: Object.fromEntries(PARTS.map((name) => [name, part(name)])), office: OFFICE.files, standard: { do: "about", standard: STANDARD, lang: OFFICE.lang } });
}
function heard(data) {
  if (data.step !== undefined) { engine.step = data.step; performance.mark("step " + data.step); return notify(); }
  if (data.ready) { engine.about = data.ready; engine.up = true; engine.step = 4; performance.mark("step 4"); engine.starts = 0; notify(); return next(); }
  if (data.broken) return lost(data);
  const done = current; current = null; clearTimeout(clock);
  performance.measure(done.request.do, { start: performance.now() - data.ms, duration: data.ms });
  engine.memory = data.memory;
  if (data.memory > LARGEST) restart();  /* what it took once it never gives back */
  done.resolve({ said: JSON.parse(data.text), content: data.content, ms: data.ms });
  next();
}
function restart() { worker.terminate(); boot(); notify(); }
/* The worker is dead or late: the request ends in a sentence, a new worker does the others. */
function lost(trouble) {
  clearTimeout(clock);
  const failed = current; current = null;
  if (!engine.up && !failed) { engine.starts = (engine.starts || 0) + 1; if (engine.starts > 1) { engine.dead = true; engine.why = trouble.broken; worker.terminate(); return notify(); } }
  restart();
  if (failed) failed.reject(trouble);
}
function next() {
  if (current || !engine.up || !waiting.length) return;
  current = waiting.shift();
  worker.postMessage({ id: 1, request: { lang: OFFICE.lang, standard: STANDARD, ...current.request }, contents: current.contents });
  clock = setTimeout(() => lost({ late: true }), SECONDS * 1000);
}
/* `contents` are the files of the request: the workbook, then what goes with it. */
function ask(request, ...contents) { return new Promise((resolve, reject) => { waiting.push({ request, contents, resolve, reject }); next(); }); }
/* Forget what nobody waits for any more. */
function stop() { waiting = []; if (current) { current = null; clearTimeout(clock); restart(); } }

const LATE = (name) => ({ message: w(`「${name}」核对了${SECONDS}秒还没有完，已经停下`, `“${name}” was not done after ${SECONDS} seconds and was stopped`), hint: w("多半是表里带着大片有格式的空行。请把有内容的行复制到一份新的空白表里（粘贴时选“只粘贴数值”），再放进来。别的文件不受影响。", "It probably holds large formatted but empty areas: copy the rows that matter into a fresh blank workbook. Other files are not affected.") });
const HUNGRY = (name) => ({ message: w(`核对「${name}」时电脑内存不够，程序停了`, `There was not enough memory for “${name}”; the program stopped`), hint: w("程序已经重新启动，您的文件没有受影响。请关掉别的网页和软件，再放一次。", "The program has started again and your file is unharmed. Close other pages and programs and try once more.") });
const BROKEN = (name, why) => ({ message: w(`处理「${name}」时程序出了错，已经重新启动`, `The program failed over “${name}” and has started again`), hint: w(`这是程序的问题，不是您的文件的问题。请把这句话告诉发给您本页的单位：${why}`, `This is a fault of the program, not of your file. Please tell whoever gave you the page: ${why}`) });
/* Why a request came to nothing: too late, too large, or a fault of ours, told by its last line. */
function told(name, trouble) {
  if (trouble.late) return LATE(name);
  return trouble.hungry ? HUNGRY(name) : BROKEN(name, trouble.broken.trim().split("\n").pop().slice(0, 200));
}
/* What is asked about a workbook goes with what was pointed at and with the inspectors' files. */
const held = { mappings: {}, onsite: [] };
const fresh = (name, content, path) => ({ name, path, content, settings: {}, onsite: [] });
const about = (book, request) => ask({ name: book.name, mappings: held.mappings, onsite: book.onsite.map((one) => one.name), ...book.settings, ...request }, book.content, ...book.onsite.map((one) => one.content));
/* The audit of one workbook: its JSON, or why there is none. */
async function audit(book) {
  try {
    const { said, ms } = await about(book, { do: "audit" });
    if (said.message) return { ...book, error: said, ms };
    if (said.is_onsite) return { ...book, isOnsite: true };
    const result = JSON.parse(said.result), error = result.errors[0];
    return { ...book, text: said.result, told: said.told, result: result.audits[0] || null, error: error || null, tool: result.tool, ms };
  } catch (trouble) {
    return { ...book, error: told(book.name, trouble), died: true };
  }
}
/* A file that is asked for, saved under a name. */
async function made(reply, name, type) {
  say(w("正在生成，请稍候……", "Being made, one moment …"));
  try {
    const { said, content: bytes } = await reply;
    if (said.message) return say(said.message + " " + said.hint);
    save(name, bytes, type);
    if (said.lost && said.lost.length) say(said.lost.join(w("；", "; ")));
  } catch (trouble) { const why = told(name, trouble); say(why.message + w("。", ". ") + why.hint); }
}
