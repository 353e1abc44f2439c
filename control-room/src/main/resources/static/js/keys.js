/* Keyboard first: every key is listed here, and nowhere else. */
import { ask } from "./dialog.js";
import { byId, make } from "./dom.js";
import { drillDialog } from "./drill.js";
import { clearFilter, turnTo } from "./filter.js";
import { controls } from "./player.js";
import { replayDialog } from "./replay.js";
import { show } from "./sections.js";
import { resetEverything } from "./switches.js";

const ZOOMS = { m: "map", b: "beliefs", c: "curves", s: "switches", l: "time" };

/* What the keys do with a region that runs. tabs: their names by key; does: by key; says: rows of the list of keys. */
export const LIVE = {
  tabs: { f: "faults", g: "guards", o: "operators", e: "events" },
  does: { r: replayDialog, d: drillDialog, x: resetEverything },
  says: [["f g o e", "faults, guards, operators, events"], ["r", "start or abort a replay"], ["d", "start or end a drill"], ["x", "reset everything"]],
};

/* And with a recorded run. */
export const RECORDED = {
  tabs: { e: "events", d: "dns", a: "alerts", k: "causes", i: "about" },
  does: { " ": controls.play, ArrowLeft: controls.back, ArrowRight: controls.on, "Shift+ArrowLeft": controls.strideBack, "Shift+ArrowRight": controls.strideOn,
    Home: controls.first, End: controls.last, "[": () => controls.jump(-1), "]": () => controls.jump(1) },
  says: [["Space", "play or pause"], ["\u2190 \u2192", "a minute back or on; with Shift ten"], ["[ ]", "the milestone or fault before, or the next"], ["Home End", "the begin, the end"],
    ["e d a k i", "events, DNS, alerts, causes, the run"]],
};

const BUTTONS = { "help-button": "?", "theme-button": "t", "reset-button": "x", "drill-button": "d", "replay-button": "r" };
let tabs = [];

/* Keys that the focused control needs for itself. A dialog that has just been closed keeps the focus until the next frame. */
function own(e) {
  if (!e.target.checkVisibility()) return false;
  return e.target.matches("input:not([type=range]), select, textarea") || (e.key === " " && e.target.matches("button, summary"))
    || (e.key.startsWith("Arrow") && e.target.matches("[role=tab]")) || (["Home", "End"].includes(e.key) && e.target.matches(".pane, #events"));
}

export function startKeys(mode, actions) {
  tabs = Object.values(mode.tabs);
  const keys = [
    ["m b c s l", "show the map, beliefs, curves, switches or timeline full screen; again, or Esc: back"],
    ["/", "filter the open tab: all words must occur; Esc clears"],
    ...mode.says,
    ["t", "theme: system, light, dark"],
    ["Tab, arrows", "move to every control; arrows switch tabs"],
    ["?", "this list"],
  ];
  const help = () => {
    const table = make("table", "keys");
    for (const [key, what] of keys) {
      const tr = make("tr"), th = make("th", "", key);
      th.scope = "row";
      tr.append(th, make("td", "", what));
      table.append(tr);
    }
    ask({ title: "Keys", body: [table], yes: "Close" });
  };
  const all = { ...mode.does, t: actions.theme, "?": help, "/": () => { show("switches"); byId("filter").focus(); byId("filter").select(); } };
  Object.entries(mode.tabs).forEach(([key, name]) => { all[key] = () => { tab(name, actions); byId(`tab-${name}`).focus(); }; });
  Object.entries(ZOOMS).forEach(([key, panel]) => { all[key] = () => zoom(panel); });
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || byId("dialog").open) return;
    if (e.key === "Escape") { escape(e, actions); return; }
    const key = e.shiftKey && e.key.startsWith("Arrow") ? `Shift+${e.key}` : e.key;
    if (own(e) || !all[key]) return;
    e.preventDefault();
    all[key]();
  });
  Object.entries(BUTTONS).forEach(([id, key]) => { if (all[key]) byId(id).addEventListener("click", all[key]); });
  startTabs(actions);
}

/* From the filter: clears it, and then goes back to its tab. Elsewhere: back to the whole page. */
function escape(e, actions) {
  if (e.target.id !== "filter") { zoom(null); return; }
  e.preventDefault();
  if (clearFilter()) actions.tab();
  else document.querySelector("[role=tab][aria-selected=true]").focus();
}

function zoom(panel) {
  const root = document.documentElement;
  if (panel) show(panel);
  if (panel === null || root.dataset.zoom === panel) delete root.dataset.zoom;
  else root.dataset.zoom = panel;
}

function startTabs(actions) {
  document.querySelectorAll("[role=tab]").forEach((b) => { if (!tabs.includes(b.id.slice(4))) put(b.id.slice(4), false); });
  if (!tabs.includes("faults")) tab(tabs[0], actions, false);
  tabs.forEach((name, i) => {
    const button = byId(`tab-${name}`);
    button.addEventListener("click", () => tab(name, actions));
    button.addEventListener("keydown", (e) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!step) return;
      const next = tabs[(i + step + tabs.length) % tabs.length];
      tab(next, actions);
      byId(`tab-${next}`).focus();
    });
  });
}

function put(name, chosen) {
  byId(`pane-${name}`).hidden = !chosen;
  byId(`tab-${name}`).setAttribute("aria-selected", String(chosen));
  byId(`tab-${name}`).tabIndex = chosen ? 0 : -1;
}

function tab(name, actions, shown = true) {
  turnTo(name);
  if (shown) show("switches");
  document.documentElement.dataset.tab = name;
  tabs.forEach((other) => put(other, other === name));
  actions.tab();
}
