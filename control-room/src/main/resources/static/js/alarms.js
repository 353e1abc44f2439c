/*
 * The trainees' alarms: those that fire, then those that are over; both can be read, and each in the order in which they first fired.
 * They are not put into another order while a pointer or the focus is among them: nothing moves under a finger.
 */
import { byId, make, say, set } from "./dom.js";
import { form, number } from "./words.js";

const rows = new Map();

/* A long id breaks after its colon. */
function name(id) {
  const b = make("b"), [head, ...rest] = id.split(":");
  b.append(head, ...rest.flatMap((part) => [":", make("wbr"), part]));
  return b;
}

function alarm(id, read) {
  const li = make("li"), button = make("button"), state = make("span", "state");
  const what = make("span", "alarm");
  what.append(name(id), state);
  button.type = "button";
  button.setAttribute("aria-label", `read ${id}`);
  button.addEventListener("click", () => { if (li.dataset.read !== "yes") read(id); });
  li.append(what, button);
  byId("alarms").append(li);
  return { li, button, state };
}

/* Minutes of the last line of each kind about each alarm, by its id. */
function history({ alarms, log }) {
  const all = new Map();
  const of = (id) => { if (!all.has(id)) all.set(id, {}); return all.get(id); };
  log.forEach((l, i) => { if (["ALARM", "ALARM_OVER", "READ"].includes(l.kind)) of(l.text)[l.kind] = { minute: l.minute, line: i }; });
  alarms.forEach(of);
  return all;
}

function sort(ids) {
  const list = byId("alarms"), wanted = ids.map((id) => rows.get(id).li);
  if (list.matches(":hover, :focus-within") || wanted.every((li, i) => list.children[i] === li)) return;
  list.append(...wanted);
}

/* view: of the drill; read: called with an alarm's id */
export function drawAlarms(view, read) {
  const all = history(view), firing = new Set(view.alarms);
  for (const id of rows.keys()) if (!all.has(id)) { rows.get(id).li.remove(); rows.delete(id); }
  let unread = 0;
  for (const [id, { ALARM, ALARM_OVER, READ }] of all) {
    if (!rows.has(id)) rows.set(id, alarm(id, read));
    const { li, button, state } = rows.get(id), isRead = Boolean(READ) && (!ALARM || READ.line > ALARM.line);
    if (!isRead) unread++;
    set(li, "data-read", isRead ? "yes" : "no");
    set(li, "data-firing", firing.has(id) ? "yes" : "no");
    set(button, "aria-disabled", isRead);
    say(button, isRead ? "\u2713 read" : "read");
    say(state, firing.has(id) ? `fires since +${number(ALARM ? ALARM.minute : view.minute)}` : `over since +${number(ALARM_OVER ? ALARM_OVER.minute : view.minute)}`);
  }
  sort([...all.keys()].sort((a, b) => firing.has(b) - firing.has(a)));
  say(byId("count"), all.size ? `${firing.size} ${form(firing.size, "fires", "fire")}, ${unread} unread` : "none has fired");
  say(byId("unread"), unread || "");
}
