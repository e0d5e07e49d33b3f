// The stock start, as Pyodide's documentation has it: nothing trimmed, nothing prepared.
import { loadPyodide } from "/pyodide/pyodide.mjs";

const python = await loadPyodide();
const wheel = await fetch("/bench-data/selfcheck.whl");
python.unpackArchive(await wheel.arrayBuffer(), "wheel");
const handle = python.pyimport("selfcheck.web").handle;
postMessage({ scored: false });
handle(await (await fetch("/bench-data/request.json")).text());
postMessage({ scored: true });
