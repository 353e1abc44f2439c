/* The clock, the phase, and what customers can do: what the last row reads. */
import { byId, make, say, set } from "./dom.js";
import { CANARIES, PHASES, SERVED, STATUS, number, percent, plural, share, tPlus } from "./words.js";

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
  say(byId("clock"), frame.tPlus === null ? (running ? "before T+0" : "no night") : tPlus(frame.tPlus));
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

const ENDS = { FINISHED: "The replay is over", ABORTED: "The replay was aborted", FAILED: "The replay failed" };

/* Who of the customers is not served, while no phase of the night shows; nothing when all are. */
function unserved({ customers, regional }) {
  const failing = CANARIES.filter(([name]) => customers.canaries[name] && customers.canaries[name].successShare !== null
    && customers.canaries[name].successShare < SERVED).map(([name, title]) => `${title} ${percent(customers.canaries[name].successShare)}`);
  const dns = regional.outcome === "addresses" ? "" : "DNS gives no answer";
  const hurt = failing.length ? `not all customers are served (${failing.join(", ")})` : "";
  return [dns, hurt].filter(Boolean).join("; ");
}

/* What no phase of the night has words for: a region that starts, and one that is well. */
function calm({ phase, scene, switched, replay }) {
  const { leases, gaps } = scene.sample, on = switched.faults.length;
  const held = leases ? `${number(leases.held)} of ${number(leases.droplets)} leases are held` : "DWFM does not answer yet";
  if (phase === "starting") return gaps.length ? `${held}; no answer yet from ${gaps.join(", ")}` : `${held}; the region is not steady yet`;
  const hurt = unserved(scene.sample);
  if (hurt) return hurt;
  if (replay && replay.state === "RECORDED") return `Customers are served: ${held}`;
  return `Customers are served: ${held}, ${on ? plural(on, "fault is", "faults are") : "no fault is"} injected`;
}

function sentence(frame) {
  const r = frame.replay;
  const words = ["starting", "steady", "recorded"].includes(frame.phase) ? calm(frame) : frame.words;
  const now = words.charAt(0).toUpperCase() + words.slice(1);
  if (r && ["TRIGGERING", "STEADYING"].includes(r.state)) return r.phase.charAt(0).toUpperCase() + r.phase.slice(1);
  if (!r || !ENDS[r.state]) return now;
  const met = r.milestones.filter((m) => m.verdict === "MET").length;
  const end = `${ENDS[r.state]}: ${r.state === "FAILED" ? r.reason : `${met} of ${plural(r.milestones.length, "milestone", "milestones")} met`}`;
  return frame.phase === "steady" && !unserved(frame.scene.sample) ? end : `${end}. ${now}`;
}
