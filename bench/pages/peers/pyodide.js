import { loadPyodide } from "/pyodide/pyodide.mjs";

const python = await loadPyodide();
python.runPython(await (await fetch("/bench/peers/job.py")).text());
postMessage(python.globals.get("SHOWN"));
