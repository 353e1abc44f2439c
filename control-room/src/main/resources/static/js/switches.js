/* Faults, guards and operator actions: each with its sentence, its named steps, and what it is now. */
import { operate, read } from "./api.js";
import { ask, field, choice, paragraph } from "./dialog.js";
import { byId, make, say, set } from "./dom.js";
import { narrow } from "./filter.js";
import { amount, button, groups, measured, row } from "./rows.js";
import { plural } from "./words.js";

const HIDDEN = new Set(["guard", "inject", "clear", "reset-all"]);
const faults = new Map(), guards = new Map();
/* Frames between two tries while not every service has answered. */
const AGAIN = 10;
let hosts = [], running = false, loaded = "", shown = "", loading = false, since = AGAIN, narrowed = "";

/* What was said stays for a while; what went wrong stays until something else is said. */
const STAYS_MS = 15000;
let silence = 0;

export function tell(text, wrong = false) {
  clearTimeout(silence);
  if (!wrong) silence = setTimeout(() => say(byId("said"), ""), STAYS_MS);
  say(byId("said"), text);
  byId("said").dataset.wrong = wrong ? "yes" : "no";
}

async function act(name, parameters, done) {
  try {
    await operate(name, parameters);
    tell(done);
    return true;
  } catch (e) {
    tell(e.message, true);
    return false;
  }
}

const SUBJECTS = [[/dwfm|api-limit/, "DWFM"], [/^nm[.-]/, "Network Manager"], [/^nlb[.-]/, "Load balancer"], [/dns|plan|enactor|automation|static-hosts/, "DNS"]];
const subject = (name) => (SUBJECTS.find(([pattern]) => pattern.test(name)) || [null, "Other"])[1];

function faultRow(group, f) {
  const steps = Object.entries(f.steps);
  const parts = row(group(f.service), { name: f.name, where: "", meaning: f.meaning, words: `${f.service} ${steps.map(([step]) => step).join(" ")}` });
  parts.steps = steps.map(([step, magnitude]) => {
    const b = button(`${step} ${amount(magnitude)}`, () => inject(f, step), `Inject ${f.name} at ${f.service}, step ${step}`);
    parts.buttons.append(b);
    return { b, magnitude, step };
  });
  parts.clear = button("clear", () => { if (parts.on) act("clear", { service: f.service, fault: f.name }, `${f.name} cleared at ${f.service}`); }, `Clear ${f.name} at ${f.service}`);
  parts.buttons.append(parts.clear);
  faults.set(`${f.service}/${f.name}`, Object.assign(parts, { f }));
}

const inject = (f, step) => act("inject", { service: f.service, fault: f.name, step }, `${f.name} (${step}) injected at ${f.service}`);

/* "dns-enactor-a, -b, -c" */
const together = (services) => services.map((s, i) => (i && s.slice(0, -1) === services[0].slice(0, -1) ? s.slice(-2) : s)).join(", ");

function guardRow(group, g) {
  const parts = row(group(subject(g.name)), { name: g.name, where: together(g.services), meaning: g.meaning, words: g.services.join(" ") });
  const toggle = button("off", () => {
    const on = toggle.getAttribute("aria-checked") !== "true";
    act("guard", { name: g.name, on }, `${g.name} ${on ? "on" : "off"}`);
  }, g.name);
  set(toggle, "role", "switch");
  set(toggle, "aria-checked", "false");
  toggle.className = "toggle";
  parts.buttons.append(toggle);
  guards.set(g.name, { ...parts, toggle });
}

function operationRow(group, card) {
  const parts = row(group(subject(card.name)), { name: card.name, where: card.fact === "lab" ? "" : card.fact, meaning: card.meaning, words: "" });
  const required = card.parameters.filter((p) => p.required);
  const steps = required.length === 1 ? required[0].steps : [];
  for (const step of steps) {
    parts.buttons.append(button(`${step.name} ${step.value}`, () => perform(card, { [required[0].name]: step.value }), `${card.name}, ${step.name} ${step.value}`));
  }
  parts.buttons.append(button(card.parameters.length ? "do \u2026" : "do", () => open(card), `${card.name}${card.parameters.length ? " with parameters" : ""}`));
}

async function open(card) {
  if (!card.parameters.length && !card.destroys) { perform(card, {}); return; }
  const fields = card.parameters.map((p) => (p.name === "host" && hosts.length
    ? choice(p.name, "host", hosts.map((h) => [h, h]))
    : field(p.name, `${p.name}${p.required ? "" : " (may stay empty)"}: ${p.meaning}`, p.steps.length ? p.steps[0].value : "", { required: p.required })));
  const values = await ask({ title: card.name, body: [paragraph(`${card.meaning}.`), ...fields], yes: "Do it", danger: card.destroys });
  if (values) perform(card, Object.fromEntries(Object.entries(values).filter(([, v]) => v !== "")));
}

const perform = (card, parameters) => act(card.name, parameters, `${card.name} done`);

/* What a reset answers 200 with, and has not done all the same. */
function notReset({ unreached, notUndone }) {
  const left = [unreached ? `no answer from ${unreached.split(" ").join(", ")}` : "", notUndone].filter(Boolean);
  return left.length ? `Not everything is reset: ${left.join("; ")}` : "";
}

export async function resetEverything() {
  if (running) {
    const sure = await ask({ title: "Reset everything?", danger: true, yes: "Reset",
      body: [paragraph("A replay is running. Clearing its faults, guards and operator settings now makes its result useless.")] });
    if (!sure) return;
  }
  try {
    const left = notReset(await operate("reset-all", {}));
    tell(left || "All faults, guards and operator settings are cleared", Boolean(left));
  } catch (e) {
    tell(e.message, true);
  }
}

/* Which switches there are is asked once for each start of the control room; what they are comes with the frames. */
async function load(frame) {
  loading = true;
  since = 0;
  try {
    const [panel, cards] = [await read("/desk/switches"), await read("/operations")];
    const key = JSON.stringify([panel.faults.map((f) => f.service + f.name), panel.guards.map((g) => g.name), cards.map((c) => c.name)]);
    if (key !== shown) build(panel, cards);
    shown = key;
    if (!frame.scene.sample.gaps.length) loaded = frame.boot;
  } catch (e) {
    tell(e.message, true);
  } finally {
    loading = false;
  }
}

function build(panel, cards) {
  narrowed = "";
  faults.clear();
  guards.clear();
  const lists = { faults: [panel.faults, faultRow], guards: [panel.guards, guardRow], operators: [cards.filter((c) => !HIDDEN.has(c.name)), operationRow] };
  for (const [name, [list, draw]] of Object.entries(lists)) {
    const pane = byId(`pane-${name}`);
    pane.replaceChildren();
    const group = groups(pane);
    list.forEach((one) => draw(group, one));
    if (!list.length) pane.append(make("p", "meaning", "No service has reported any yet."));
  }
}

export function drawSwitches({ frame }) {
  hosts = frame.scene.dwfm ? frame.scene.dwfm.hosts : [];
  running = Boolean(frame.replay) && ["STEADYING", "TRIGGERING", "RUNNING"].includes(frame.replay.state);
  since++;
  if (loaded !== frame.boot && !loading && since > AGAIN) load(frame);
  const on = new Map(frame.switched.faults.map((f) => [`${f.service}/${f.name}`, f]));
  for (const [key, parts] of faults) {
    const f = on.get(key);
    parts.on = Boolean(f);
    set(parts.div, "data-on", f ? "yes" : "no");
    say(parts.state, f ? `\u25c6 ${measured(f.magnitude, parts.f.unit)}${f.target ? `, ${f.target}` : ""}` : "off");
    parts.steps.forEach(({ b, magnitude }) => set(b, "aria-pressed", Boolean(f) && f.magnitude === magnitude));
    set(parts.clear, "aria-disabled", !f);
  }
  const held = new Map(frame.switched.guards.map((g) => [g.name, g]));
  for (const [name, parts] of guards) {
    const g = held.get(name);
    set(parts.div, "data-on", g ? "yes" : "no");
    set(parts.toggle, "aria-checked", g ? "true" : "false");
    say(parts.toggle, g ? "on" : "off");
    say(parts.state, g && g.timesActed ? `acted ${plural(g.timesActed, "time", "times")}` : "");
  }
  const pane = document.querySelector(".pane:not([hidden]):not(.events)"), wanted = pane && `${pane.id} ${byId("filter").value}`;
  if (pane && wanted !== narrowed) { narrow(pane); narrowed = wanted; }
  say(byId("count-faults"), on.size || "");
  say(byId("count-guards"), held.size || "");
}
