/**
 * Runs Python beside the page. Messages in: {start: runtime address}, then {id, request}; out:
 * {ready: true}, {failed: reason} or {id, reply}. Requests and replies are JSON texts that only
 * selfcheck/web.py understands.
 */

/** @type {((request: string) => string) | undefined} */
let handle;

/** @param {string} runtime address of the folder that holds Pyodide and our package */
async function start(runtime) {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const python = await loadPyodide({
    indexURL: runtime,
    lockFileURL: `${runtime}pyodide-lock.json`,
    packages: ["soske-selfcheck"],
  });
  handle = python.pyimport("selfcheck.web").handle;
}

// A runtime file that does not arrive can end in a rejection that no one awaits.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  self.postMessage({ failed: String(event.reason) });
});

self.onmessage = async ({ data }) => {
  if (handle && data.id) {
    self.postMessage({ id: data.id, reply: handle(data.request) });
    return;
  }
  try {
    await start(data.start);
    self.postMessage({ ready: true });
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
};
