/*
 * The stream of frames and the history behind them. Frames are numbered without gaps; after a gap, a restart of the
 * server or a lost line the history is read again. Everything kept here is bounded.
 */
import { listen, read } from "./api.js";

const POINTS = 1500, EVENTS = 400, MARKS = 200, WAITING = 30;
const SILENT_MS = 6000, AGAIN_MS = 2000;
const REFUSED = "Only the facilitator sees this page while a drill is on; trainees have /trainee.html.";

export function startFeed(onChange, onLine) {
  const state = { boot: null, seq: 0, series: [], points: [], events: [], marks: [], aws: [], frame: null, fresh: [], version: 0 };
  let line = null, waiting = [], loading = false, heard = Date.now(), lost = true, said = "", again = 0;

  function trim(list, most) {
    if (list.length > most) list.splice(0, list.length - most);
  }

  function take(frame) {
    state.boot = frame.boot;
    state.seq = frame.seq;
    state.points.push(...frame.fresh.points);
    state.events.push(...frame.fresh.events);
    state.marks.push(...frame.fresh.marks);
    state.fresh.push(...frame.fresh.events);
    [[state.points, POINTS], [state.events, EVENTS], [state.marks, MARKS], [state.fresh, EVENTS]].forEach(([l, n]) => trim(l, n));
    state.frame = frame;
  }

  async function load() {
    if (loading) return;
    loading = true;
    try {
      const history = await read("/desk/history");
      Object.assign(state, history, { fresh: [] });
      state.version++;
      const later = waiting.filter((f) => f.boot === state.boot && f.seq > state.seq);
      waiting = [];
      for (const frame of later) if (frame.seq === state.seq + 1) take(frame);
      if (later.length) state.frame = later[later.length - 1];
      onChange(state);
    } catch (e) {
      setTimeout(() => { if (!lost) load(); }, AGAIN_MS);
    } finally {
      loading = false;
    }
  }

  function hear(frame) {
    heard = Date.now();
    if (lost) { lost = false; said = ""; onLine(true); state.boot = null; }
    if (frame.boot === state.boot && frame.seq === state.seq + 1 && !loading) {
      take(frame);
      if (state.points.length >= POINTS) load();
      onChange(state);
      return;
    }
    waiting.push(frame);
    trim(waiting, WAITING);
    if (state.frame === null) { state.frame = frame; }
    load();
  }

  function miss(why = "") {
    if (!lost || why !== said) { lost = true; said = why; onLine(false, why); }
  }

  async function open() {
    clearTimeout(again);
    if (line) line.abort();
    const mine = line = new AbortController();
    let why = "";
    try {
      await listen("/desk/stream", (frame) => { if (mine === line) hear(frame); }, mine.signal);
    } catch (e) {
      if (e.status === 401) why = REFUSED;
    }
    if (mine !== line) return;
    miss(why);
    again = setTimeout(open, AGAIN_MS);
  }

  setInterval(() => {
    if (Date.now() - heard > SILENT_MS) { miss(); heard = Date.now(); open(); }
  }, 1000);
  addEventListener("pagehide", () => { if (line) line.abort(); line = null; });
  addEventListener("pageshow", (e) => { if (e.persisted) open(); });
  open();
  return state;
}
