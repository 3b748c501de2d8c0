/* The worker: starts Python from the bytes that the page holds, then answers one request at a time. */
"use strict";
let python, answer;
const tell = (step) => postMessage({ step });

function bytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64), found = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) found[i] = text.charCodeAt(i);
  return found;
}
const inflated = (packed) => new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
const address = (data, type) => URL.createObjectURL(new Blob([data], { type }));
const script = async (packed) => address(await inflated(packed), "text/javascript");

async function start({ parts, office, standard }) {
  tell(0);
  const part = (name) => bytes(parts[name]);
  const wasm = inflated(part("pyodide.asm.wasm"));
  const loader = await import(await script(part("pyodide.mjs")));
  const maker = await import(await script(part("pyodide.asm.mjs")));
  const lock = new TextDecoder().decode(await inflated(part("lock")));
  const binary = await wasm;
  tell(1);
  /* There is nothing else to fetch: the loader asks for the one file that we hold. */
  const library = address(part("python_stdlib.zip"), "application/zip");
  const fetched = self.fetch;
  self.fetch = (what) => String(what).endsWith("pyodide.asm.wasm")
    ? Promise.resolve(new Response(binary, { headers: { "content-type": "application/wasm" } })) : fetched(what);
  python = await loader.loadPyodide({ createPyodideModule: maker.default, lockFileContents: lock, stdLibURL: library, indexURL: "blob:page/", packageBaseUrl: "blob:page/", stdin: () => null, stdout: () => {}, stderr: () => {} });
  self.fetch = fetched;
  tell(2);
  python.unpackArchive(part("program.zip"), "zip", { extractDir: "/program" });
  for (const [name, text] of Object.entries(office)) {
    const path = "/office/" + name;
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, text);
  }
  python.runPython("import sys; sys.path.insert(0, '/program')");
  answer = python.runPython("from centre_check.bridge import answer\nlambda text, *contents: answer(text, *(one.to_bytes() for one in contents))");
  tell(3);
  const about = ask(standard, []);
  postMessage({ ready: JSON.parse(about.text) });
}

function ask(request, contents) {
  const reply = answer(JSON.stringify(request), ...contents);
  const text = reply.text, inside = reply.content, view = inside.getBuffer("u8");
  const found = view.data.slice();
  view.release(); inside.destroy(); reply.destroy();
  return { text, content: found };
}

onmessage = async ({ data }) => {
  try {
    if (data.parts) return await start(data);
    const began = performance.now(), { text, content } = ask(data.request, data.contents.map((one) => new Uint8Array(one)));
    postMessage({ id: data.id, text, content, ms: performance.now() - began, memory: python._module.HEAPU8.length }, [content.buffer]);
  } catch (error) {
    postMessage({ id: data.id, broken: String((error && error.message) || error), hungry: /MemoryError|out of memory|RangeError/i.test(String(error)) });
  }
};
