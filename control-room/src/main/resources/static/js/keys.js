/* Keyboard first: every key is listed here, and nowhere else. */
import { ask } from "./dialog.js";
import { byId, make } from "./dom.js";
import { clearFilter, turnTo } from "./filter.js";
import { show } from "./sections.js";

const TABS = ["faults", "guards", "operators", "events"];
const ZOOMS = { m: "map", b: "beliefs", c: "curves", s: "switches", l: "time" };

export function startKeys(actions) {
  const keys = [
    ["m b c s l", "show the map, beliefs, curves, switches or timeline full screen; again, or Esc: back"],
    ["f g o e", "faults, guards, operators, events"],
    ["/", "filter faults, guards, operators\u2019 actions or events: all words must occur; Esc clears"],
    ["r", "start or abort a replay"],
    ["d", "start or end a drill"],
    ["x", "reset everything"],
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
  const all = { r: actions.replay, d: actions.drill, x: actions.reset, t: actions.theme, "?": help, "/": () => { show("switches"); byId("filter").focus(); byId("filter").select(); } };
  TABS.forEach((name) => { all[name[0]] = () => { tab(name, actions); byId(`tab-${name}`).focus(); }; });
  Object.entries(ZOOMS).forEach(([key, panel]) => { all[key] = () => zoom(panel); });
  addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || byId("dialog").open) return;
    if (e.key === "Escape") { escape(e, actions); return; }
    if (e.target.matches("input, select, textarea") || !all[e.key]) return;
    e.preventDefault();
    all[e.key]();
  });
  byId("help-button").addEventListener("click", help);
  byId("theme-button").addEventListener("click", actions.theme);
  byId("reset-button").addEventListener("click", actions.reset);
  byId("drill-button").addEventListener("click", actions.drill);
  byId("replay-button").addEventListener("click", actions.replay);
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
  TABS.forEach((name, i) => {
    const button = byId(`tab-${name}`);
    button.addEventListener("click", () => tab(name, actions));
    button.addEventListener("keydown", (e) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!step) return;
      const next = TABS[(i + step + TABS.length) % TABS.length];
      tab(next, actions);
      byId(`tab-${next}`).focus();
    });
  });
}

function tab(name, actions) {
  turnTo(name);
  show("switches");
  for (const other of TABS) {
    const chosen = other === name;
    byId(`pane-${other}`).hidden = !chosen;
    byId(`tab-${other}`).setAttribute("aria-selected", String(chosen));
    byId(`tab-${other}`).tabIndex = chosen ? 0 : -1;
  }
  actions.tab();
}
