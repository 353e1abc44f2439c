/*
 * A recorded run as the page's state at one of its moments. The data are those of a bundle, in an element of this file, or those
 * that the control room gives for ?run=ID.
 */
import { read } from "./api.js";
import { startPlayer } from "./player.js";

const EVENTS = 400, VERSION = 1;

async function unpack(element) {
  if (Number(element.dataset.version) !== VERSION) throw new Error(`This page reads runs of format ${VERSION}; this one has format ${element.dataset.version}.`);
  const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
  if (crypto.subtle) {
    const sum = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((b) => b.toString(16).padStart(2, "0")).join("");
    if (sum !== element.dataset.sha256) throw new Error("The file was changed or damaged: its data do not have the checksum that it states.");
  }
  return JSON.parse(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text());
}

function open() {
  const element = document.getElementById("run-data");
  return element ? unpack(element) : read(`/runs/${encodeURIComponent(new URLSearchParams(location.search).get("run"))}/playback`);
}

/* A frame from the one before and the difference: [value] replaces, an object changes some fields, see FrameDeltas. */
export function apply(before, delta) {
  if (Array.isArray(delta)) return delta[0];
  const now = Array.isArray(before) ? [...before] : { ...before };
  for (const [key, change] of Object.entries(delta)) now[key] = apply(now[key], change);
  return now;
}

function frames(deltas) {
  let last = null;
  return deltas.map((delta) => { last = apply(last, delta); return last; });
}

const lines = (text) => (text || "").split("\n").filter(Boolean).map((line) => JSON.parse(line));

/* How many of a list, sorted by its key, are at or before a value. */
export function upTo(list, key, value) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(list[middle]) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const wall = (e) => Date.parse(e.wall);

/* run: all of the recording; seek(minutes): puts the state at that moment of it. */
function fill(state, data, changed) {
  const run = { ...data.recording, frames: frames(data.recording.frames), settings: JSON.parse(data.files["settings.json"]),
    dns: lines(data.files["dns.jsonl"]), events: lines(data.files["events.jsonl"]).sort((a, b) => wall(a) - wall(b)) };
  Object.assign(state, { run, series: run.series, aws: run.aws });
  state.seek = (minutes) => {
    const i = Math.max(0, upTo(run.frames, (f) => f.minutes, minutes) - 1), frame = run.frames[i], count = upTo(run.events, wall, wall(frame.scene.sample));
    const reached = run.milestones.filter((m) => m.here !== null && frame.tPlus !== null && m.here <= frame.tPlus);
    if (count !== state.count) state.version++;
    Object.assign(state, { count, frame: { ...frame, replay: { id: run.id, state: "RECORDED", milestones: reached } }, fresh: [],
      points: run.points.slice(0, i + 1), marks: run.marks.slice(0, upTo(run.marks, (m) => m.minutes, frame.minutes)),
      events: run.events.slice(Math.max(0, count - EVENTS), count) });
    changed(state);
  };
}

export function startRecorded(changed, line) {
  const state = { series: [], points: [], events: [], marks: [], aws: [], frame: null, fresh: [], version: 0, count: -1, run: null };
  open().then((data) => {
    fill(state, data, changed);
    startPlayer(state);
    line(true);
  }).catch((e) => line(false, `This run cannot be played back: ${e.message}`));
  return state;
}
