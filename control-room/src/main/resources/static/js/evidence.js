/* What a recorded run holds beside the live page's parts: its DNS transcript, its alerts, its true causes, its settings. */
import { byId, make, say } from "./dom.js";
import { told } from "./player.js";
import { upTo } from "./recorded.js";
import { number, plural } from "./words.js";

const MOST = 200;
const STATUS = { addresses: "NOERROR", empty: "NOERROR", no_such_name: "NXDOMAIN", server_dead: "no answer" };
const drawn = {};

/* In dig's form, with what was recorded of the answer and nothing else. */
export function dig(p) {
  if (p.outcome === "server_dead") return `; dig ${p.name} A\n;; no servers could be reached: ${p.reason}`;
  const name = `${p.name}.`, kept = p.ttlSeconds === null || p.answers.length ? "" : `\n;; negative TTL: ${p.ttlSeconds} s, from the zone's SOA`;
  const head = `; dig ${p.name} A\n;; status: ${STATUS[p.outcome]}; QUERY: 1, ANSWER: ${p.answers.length}\n;; QUESTION SECTION:\n;${name}  IN  A`;
  return p.answers.length ? `${head}\n\n;; ANSWER SECTION:\n${p.answers.map((a) => `${name}  ${p.ttlSeconds}  IN  A  ${a}`).join("\n")}` : head + kept;
}

const short = (p) => (p.outcome === "empty" ? "NOERROR, ANSWER: 0" : p.outcome === "addresses" ? `NOERROR ${p.answers.join(" ")}` : STATUS[p.outcome]);

/* Every look-up that was answered in another way than the one before it: another status, or other addresses to choose from. */
export function changes(probes) {
  return probes.filter((p, i) => i === 0 || p.outcome !== probes[i - 1].outcome);
}

function item(minutes, run, what, text = "") {
  const li = make("li");
  li.append(make("time", "", told(run, minutes)), make("b", "", what), make("span", "ids", text));
  return li;
}

/* Lists are made again only when another line is due. */
function list(id, key, items) {
  if (drawn[id] === key) return;
  drawn[id] = key;
  byId(id).replaceChildren(...items());
}

function minutesOf(run, wall) {
  return (Date.parse(wall) - Date.parse(run.startedAt)) / 60000 * run.speed;
}

function drawDns(run, frame) {
  const now = Date.parse(frame.scene.sample.wall), seen = run.dns.slice(0, upTo(run.dns, (p) => Date.parse(p.wall), now));
  const last = seen[seen.length - 1];
  say(byId("dig"), last ? dig(last) : run.dns.length ? "" : "This run has no DNS transcript: it was recorded before there was one. The map shows each look-up's outcome, from the samples.");
  const turns = changes(seen);
  list("dns", turns.length, () => turns.slice(-MOST).reverse().map((p) => item(minutesOf(run, p.wall), run, short(p))));
}

function drawAlerts(run, frame) {
  const now = run.alarms.slice(0, upTo(run.alarms, (a) => a.minutes, frame.minutes)), firing = new Set();
  now.forEach((a) => (a.on ? firing.add(a.alarm) : firing.delete(a.alarm)));
  say(byId("count-alerts"), firing.size || "");
  list("alerts", now.length, () => now.slice(-MOST).reverse().map((a) => item(a.minutes, run, a.alarm, a.on ? "fires" : "over")));
}

function drawCauses(run, frame) {
  const now = run.injected.slice(0, upTo(run.injected, (c) => c.minutes, frame.minutes));
  say(byId("causes-note"), run.causes ? "The faults that were injected: when, where, and how strong." : "The causes were left out of this copy.");
  list("causes", now.length, () => now.toReversed().map((c) => item(c.minutes, run, c.service, c.what)));
}

function about(run) {
  const { playbook, parameters, ...rest } = run.settings;
  const facts = [["run", run.id], ["seed", run.seed], ["speed", `${number(run.speed)} incident seconds a second`], ["began", run.startedAt], ["outcome", run.outcome],
    ["guards", run.guards.join(", ") || "none"], ["events", number(run.events.length)],
    ["milestones", run.zeroMinutes === null ? "none: no T+0" : `${run.milestones.filter((m) => m.verdict === "MET").length} of ${plural(run.milestones.length, "milestone", "milestones")} met`],
    ["shown from", run.noted ? "samples, events and the desk's notes" : "samples and events; what the desk read beside them was not recorded then"],
    ...Object.entries({ ...rest, ...parameters, ...playbook }).filter(([name]) => !["id", "seed", "speed", "startedAt", "guards"].includes(name)).map(([name, value]) => [name, String(value)])];
  return facts.map(([name, value]) => {
    const tr = make("tr"), th = make("th", "", name);
    th.scope = "row";
    tr.append(th, make("td", "", value));
    return tr;
  });
}

export function drawEvidence({ run, frame }) {
  drawDns(run, frame);
  drawAlerts(run, frame);
  drawCauses(run, frame);
  list("about", run.id, () => about(run));
}
