/* The clock, the phase, and what customers can do: what the last row reads. */
import { byId, make, say, set } from "./dom.js";
import { CANARIES, PHASES, STATUS, percent, share, tPlus } from "./words.js";

const tiles = new Map();

export function startCustomers() {
  for (const [name, title] of CANARIES) {
    const li = make("li");
    const value = make("b", "", "–"), label = make("span", "", title), shape = make("i", "", STATUS.unknown.shape);
    shape.setAttribute("aria-hidden", "true");
    li.append(value, label, shape);
    byId("customers").append(li);
    tiles.set(name, { li, value, shape });
  }
}

export function drawHeader({ frame }) {
  const running = frame.replay && frame.tPlus === null && ["STEADYING", "TRIGGERING"].includes(frame.replay.state);
  say(byId("clock"), frame.tPlus === null ? (running ? "before T+0" : "ready") : tPlus(frame.tPlus));
  set(byId("clock"), "class", frame.tPlus === null ? "clock before" : "clock");
  say(byId("phase"), PHASES[frame.phase] || frame.phase);
  set(byId("phase"), "data-phase", frame.phase);
  say(byId("words"), sentence(frame));
  const canaries = frame.scene.sample.customers.canaries;
  drawCustomers((name) => (canaries[name] ? canaries[name].successShare : null));
}

/* successShare: of a canary by name, 0 to 1; null when none was tried */
export function drawCustomers(successShare) {
  for (const [name, tile] of tiles) {
    const value = successShare(name);
    const status = share(value);
    say(tile.value, value === null || value === undefined ? "–" : percent(value));
    say(tile.shape, STATUS[status].shape);
    set(tile.li, "data-status", status);
  }
}

function sentence(frame) {
  const r = frame.replay;
  if (r && r.state === "TRIGGERING") return r.phase;
  if (r && r.state === "STEADYING") return r.phase;
  if (r && ["FINISHED", "ABORTED", "FAILED"].includes(r.state)) {
    const met = r.milestones.filter((m) => m.verdict === "MET").length;
    const end = { FINISHED: "The replay is over", ABORTED: "The replay was aborted", FAILED: "The replay failed" }[r.state];
    return r.state === "FAILED" ? `${end}: ${r.reason}` : `${end}: ${met} of ${r.milestones.length} milestones met`;
  }
  return frame.words.charAt(0).toUpperCase() + frame.words.slice(1);
}
