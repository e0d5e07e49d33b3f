/* For browsers without modules, in the JavaScript they know: says that the result has to be worked out by hand. */
(function () {
  var root = document.getElementById("selfcheck");
  var status = document.getElementById("selfcheck-status");
  var phrases = document.getElementById("selfcheck-phrases");
  if (!root || !status || !phrases) return;
  root.setAttribute("data-state", "error");
  status.textContent = JSON.parse(phrases.textContent || "{}")["failed.unsupported"];
})();
