/* Starts, aborts and opens replays. */
import { read, send } from "./api.js";
import { ask, field, paragraph } from "./dialog.js";
import { byId, make, say } from "./dom.js";
import { tell } from "./switches.js";

const RUNS_SHOWN = 8;
const RUNNING = ["STEADYING", "TRIGGERING", "RUNNING"];
let replay = null, guardsOn = [];

export function drawReplay({ frame }) {
  replay = frame.replay;
  guardsOn = frame.switched.guards.map((g) => g.name);
  say(byId("replay-button"), replay && RUNNING.includes(replay.state) ? "Abort replay" : "Replay");
}

export async function replayDialog() {
  if (replay && RUNNING.includes(replay.state)) return abort();
  const link = make("p");
  if (replay) {
    const a = make("a", "", "Report of the last replay");
    a.href = `/replays/${replay.id}/report.html`;
    a.target = "_blank";
    a.rel = "noopener";
    link.append(a);
  }
  const runs = make("p", "recorded-runs");
  recorded(runs);
  const values = await ask({ title: "Replay the night", yes: "Start", body: [
    paragraph("Waits until the region is steady, makes one enactor lose its lock, and plays the consequences with the operators' actions of the outage."),
    field("guards", "names of the guards to switch on, separated by spaces; none: as in the outage", guardsOn.join(" ")),
    field("seed", "seed", "", { inputMode: "numeric", pattern: "-?[0-9]*", placeholder: "the region's" }),
    field("untilMinutes", "until T+ minutes", "872", { type: "number", min: 1, step: "any" }), link, runs] });
  if (!values) return undefined;
  const wanted = { guards: values.guards.split(/[\s,]+/).filter(Boolean), untilMinutes: Number(values.untilMinutes) };
  if (values.seed) wanted.seed = Number(values.seed);
  return ordered(() => send("POST", "/replays", wanted), (r) => `Replay ${r.id} has started`);
}

/* The runs that can be played back, newest first, as links to this page in another tab. The dialog does not wait for them. */
async function recorded(p) {
  try {
    const ids = (await read("/runs")).slice(0, RUNS_SHOWN);
    if (ids.length) p.append("Play back: ", ...ids.flatMap((id) => [play(id), " "]));
  } catch (e) { /* a replay can be started without the list */ }
}

function play(id) {
  const a = make("a", "", id);
  a.href = `/?run=${encodeURIComponent(id)}`;
  a.target = "_blank";
  a.rel = "noopener";
  return a;
}

async function abort() {
  const sure = await ask({ title: "Abort the replay?", yes: "Abort", danger: true,
    body: [paragraph(`Replay ${replay.id} ends here and cannot be resumed; its folder gets a report of the part that was played.`)] });
  return sure ? ordered(() => send("DELETE", "/replays/current"), () => "The replay is aborted") : undefined;
}

async function ordered(call, done) {
  try {
    tell(done(await call()));
  } catch (e) {
    tell(e.message, true);
  }
}

