/* The event log: newest first, one line an event, never more lines than are kept. */
import { byId, make, say } from "./dom.js";
import { matches, words } from "./filter.js";
import { tPlus } from "./words.js";

const MOST = 250;
let version = -1, wanted = [];

const text = (e) => Object.entries(e.ids).map(([k, v]) => `${k}=${v}`).join(" ");
const line = (e) => `${e.service} ${e.kind} ${text(e)}`.toLowerCase();
const asked = (e) => matches(line(e), wanted);

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
  const filter = words(byId("filter").value);
  if (version !== state.version || filter.join(" ") !== wanted.join(" ")) {
    version = state.version;
    wanted = filter;
    list.replaceChildren(...events.filter(asked).slice(-MOST).reverse().map((e) => item(e)));
  } else if (fresh.length) {
    list.prepend(...fresh.filter(asked).slice(-MOST).reverse().map((e) => item(e)));
  }
  state.fresh = [];
  while (list.childElementCount > MOST) list.lastChild.remove();
  const count = events.filter(asked).length, last = `the last ${events.length}`;
  say(byId("shown"), wanted.length ? `${count} of ${last}` : last);
}

/* When the pane was hidden its lines are old: all of them are made again. */
export function stale() { version = -1; }
