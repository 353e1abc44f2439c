"use strict";
/* Before the first paint: the theme that was chosen here, else the system's. */
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch (e) { /* storage is off: the system's theme it is */ }
/* And where the state comes from, see source.js: /?run=ID plays a recorded run back. */
if (new URLSearchParams(location.search).has("run")) document.documentElement.dataset.source = "recorded";
