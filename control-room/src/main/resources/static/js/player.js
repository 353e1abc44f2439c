/* The player of a recorded run: a scrub bar over its time, how fast it goes, and where to jump. */
import { byId, make, say, set } from "./dom.js";
import { tPlus } from "./words.js";

/* A run's quiet time before T+0 is long; the timeline begins here too. */
const BEFORE = 40;
/* The moment at which a run is opened, in minutes from T+0. */
const FIRST = -1;
/* Incident minutes a real second. */
const PACES = [1, 5, 15, 60], PACE = 15;
/* How far an arrow goes, alone and with shift. */
const STEP = 1, STRIDE = 10;
let state = null, from = 0, to = 0, at = 0, drawn = 0, going = false, places = [];

const zero = () => state.run.zeroMinutes;
/* T+ of a minute of the run; minutes since it began where it has no T+0. */
export const told = (run, minutes) => (run.zeroMinutes === null ? `+${Math.floor(minutes)}\u202fmin` : tPlus(minutes - run.zeroMinutes));

function seek(minutes) {
  at = Math.min(to, Math.max(from, minutes));
  const bar = byId("scrub"), text = told(state.run, at);
  bar.value = at;
  set(bar, "aria-valuetext", text);
  say(byId("at"), `${text} of ${told(state.run, to)}`);
  state.seek(at);
}

function tick(now) {
  if (!going) return;
  const passed = drawn ? (now - drawn) / 1000 : 0;
  drawn = now;
  seek(at + passed * Number(byId("pace").value));
  if (at >= to) play(false);
  requestAnimationFrame(tick);
}

function play(on) {
  if (on && at >= to) seek(from);
  if (on && !going) requestAnimationFrame(tick);
  going = on;
  drawn = 0;
  say(byId("play"), on ? "Pause" : "Play");
  set(byId("play"), "aria-pressed", on);
}

/* The next place to jump to, or the one before. */
function jump(way) {
  const next = way > 0 ? places.find((p) => p > at + 0.01) : places.findLast((p) => p < at - 0.01);
  if (next !== undefined) seek(next);
}

/* The moment of the first frame in which something that happened then is seen. */
const shows = (minutes) => (state.run.frames.find((f) => f.minutes >= minutes) || state.run.frames.at(-1)).minutes;

function group(title, list) {
  const g = make("optgroup");
  g.label = title;
  for (const { minutes, what } of list) {
    const o = make("option", "", `${told(state.run, minutes)} ${what}`);
    o.value = shows(minutes);
    g.append(o);
  }
  return g;
}

function fillJumps() {
  const { milestones, marks, injected } = state.run;
  const reached = milestones.filter((m) => m.here !== null && zero() !== null).map((m) => ({ minutes: m.here + zero(), what: m.title })).sort((a, b) => a.minutes - b.minutes);
  const lists = [["Milestones", reached], ["Faults", injected], ["Operators", marks.filter((m) => m.kind === "operator")]];
  byId("jump").append(...lists.filter(([, list]) => list.length).map(([title, list]) => group(title, list)));
  places = [...new Set(lists.slice(0, 2).flatMap(([, list]) => list.map((p) => shows(p.minutes))).filter((m) => m >= from && m <= to))].sort((a, b) => a - b);
}

/* What the keys do: minutes are relative. */
export const controls = {
  play: () => { if (state) play(!going); },
  move: (minutes) => { if (state) seek(at + minutes); },
  back: () => controls.move(-STEP),
  on: () => controls.move(STEP),
  strideBack: () => controls.move(-STRIDE),
  strideOn: () => controls.move(STRIDE),
  first: () => { if (state) seek(from); },
  last: () => { if (state) seek(to); },
  jump: (way) => { if (state) jump(way); },
};

export function startPlayer(of) {
  state = of;
  const { frames } = state.run;
  to = frames[frames.length - 1].minutes;
  from = zero() === null ? frames[0].minutes : Math.max(frames[0].minutes, zero() - BEFORE);
  for (const pace of PACES) {
    const o = make("option", "", `${pace} min a second`);
    o.value = pace;
    byId("pace").append(o);
  }
  byId("pace").value = PACE;
  fillJumps();
  Object.assign(byId("scrub"), { min: from, max: to, step: "any" });
  byId("scrub").addEventListener("input", () => seek(Number(byId("scrub").value)));
  byId("play").addEventListener("click", () => play(!going));
  byId("jump").addEventListener("change", () => { if (byId("jump").value) seek(Number(byId("jump").value)); byId("jump").value = ""; });
  document.title = `Empty Record: run ${state.run.id}`;
  say(byId("replayed"), state.run.id);
  seek(zero() === null ? from : zero() + FIRST);
}
