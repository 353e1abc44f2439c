/* The event log: newest first, one line an event, never more lines than are kept. */
import { byId, make, say } from "./dom.js";
import { tPlus } from "./words.js";

const MOST = 250;
let version = -1, words = [];

const text = (e) => Object.entries(e.ids).map(([k, v]) => `${k}=${v}`).join(" ");
const line = (e) => `${e.service} ${e.kind} ${text(e)}`.toLowerCase();
const wanted = (e) => { const l = line(e); return words.every((w) => l.includes(w)); };

/* T+ once there is one, before it the time of the day. */
const time = (e) => (e.tPlusMinutes !== null ? tPlus(e.tPlusMinutes) : new Date(e.wall).toTimeString().slice(0, 8));

function item(e) {
  const li = make("li");
  li.append(make("time", "", time(e)), make("span", "service", e.service), make("b", "", e.kind), make("span", "ids", text(e)));
  return li;
}

export function drawLog(state, visible) {
  const { events, fresh } = state;
  if (!visible) return;
  const list = byId("events");
  const filter = byId("filter").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (version !== state.version || filter.join(" ") !== words.join(" ")) {
    version = state.version;
    words = filter;
    list.replaceChildren(...events.filter(wanted).slice(-MOST).reverse().map((e) => item(e)));
  } else if (fresh.length) {
    list.prepend(...fresh.filter(wanted).slice(-MOST).reverse().map((e) => item(e)));
  }
  state.fresh = [];
  while (list.childElementCount > MOST) list.lastChild.remove();
  const count = events.filter(wanted).length;
  say(byId("shown"), words.length ? `${count} of the last ${events.length}` : `the last ${events.length}`);
}

/* When the pane was hidden its lines are old: all of them are made again. */
export function stale() { version = -1; }
