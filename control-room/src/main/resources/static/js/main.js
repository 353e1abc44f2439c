/* Puts the page together: its source changes the state, the state is drawn once a frame of the browser at most. */
import { drawBeliefs } from "./beliefs.js";
import { drawCurves, forget, startCurves } from "./curves.js";
import { byId, say } from "./dom.js";
import { startClicks } from "./clicks.js";
import { drawHeader, startCustomers } from "./header.js";
import { startKeys } from "./keys.js";
import { drawLog, stale } from "./log.js";
import { drawMachine } from "./machine.js";
import { drawMap, startMap } from "./map.js";
import { startSections } from "./sections.js";
import { source } from "./source.js";
import { drawTimeline, startTimeline } from "./timeline.js";
import { tPlus } from "./words.js";

const from = source();
const DRAW = [drawHeader, drawMachine, drawMap, drawBeliefs, drawTimeline, drawCurves, ...from.draw];
let state = null, asked = false;

function draw() {
  asked = false;
  if (!state || !state.frame) return;
  for (const one of DRAW) one(state);
  drawLog(state, !byId("pane-events").hidden);
  if (document.documentElement.dataset.ready !== "yes") performance.mark("drawn");
  document.documentElement.dataset.ready = "yes";
}

/* A hidden page is not drawn; it is drawn once when it shows again. */
function again() {
  if (!asked) { asked = true; requestAnimationFrame(draw); }
}

function line(there, why) {
  const at = state && state.frame ? ` The page shows ${state.frame.tPlus === null ? "the last state" : tPlus(state.frame.tPlus)}.` : "";
  say(byId("lost"), there ? "" : why || `No connection to the control room; retrying.${at}`);
  document.documentElement.dataset.lost = there ? "no" : "yes";
}

function theme() {
  const order = ["", "light", "dark"], root = document.documentElement;
  const next = order[(order.indexOf(root.dataset.theme || "") + 1) % order.length];
  if (next) root.dataset.theme = next;
  else delete root.dataset.theme;
  try { localStorage.setItem("theme", next); } catch (e) { /* storage is off: it holds for this visit */ }
  forget();
  again();
}

startClicks();
startSections(again);
startCustomers();
startMap();
startCurves(again);
startTimeline(again);
startKeys(from.keys, { theme, tab: () => { stale(); again(); } });
byId("filter").addEventListener("input", again);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { forget(); again(); });
state = from.start(again, line);
