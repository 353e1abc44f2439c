/* Faults, guards and operator actions: each with its sentence, its named steps, and what it is now. */
import { operate, read } from "./api.js";
import { ask, field, choice, paragraph } from "./dialog.js";
import { byId, make, say, set } from "./dom.js";
import { number } from "./words.js";

const HIDDEN = new Set(["guard", "inject", "clear", "reset-all"]);
const faults = new Map(), guards = new Map();
/* Frames between two tries while not every service has answered. */
const AGAIN = 10;
let hosts = [], running = false, loaded = "", shown = "", loading = false, since = AGAIN;

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

function button(text, onClick, label) {
  const b = make("button", "", text);
  b.type = "button";
  if (label) b.setAttribute("aria-label", label);
  b.addEventListener("click", onClick);
  return b;
}

function row(pane, name, where, meaning) {
  const div = make("div", "switch"), head = make("p", "head"), title = make("b", "", name), state = make("span", "state");
  head.append(title, where ? make("span", "where", where) : "", state);
  const buttons = make("p", "buttons");
  div.append(head, make("p", "meaning", meaning), buttons);
  pane.append(div);
  return { div, state, buttons };
}

/* "night 8" for the step night with magnitude 8. */
const amount = (v) => (Number.isInteger(v) ? number(v) : String(Math.round(v * 1000) / 1000));

function faultRow(pane, f) {
  const parts = row(pane, f.name, f.service, f.meaning);
  for (const [step, magnitude] of Object.entries(f.steps)) {
    parts.buttons.append(button(`${step} ${amount(magnitude)}`, () => inject(f, step), `Inject ${f.name} at ${f.service}, step ${step}`));
  }
  parts.clear = button("clear", () => act("clear", { service: f.service, fault: f.name }, `${f.name} cleared at ${f.service}`), `Clear ${f.name} at ${f.service}`);
  parts.clear.hidden = true;
  parts.buttons.append(parts.clear);
  faults.set(`${f.service}/${f.name}`, { ...parts, f });
}

const inject = (f, step) => act("inject", { service: f.service, fault: f.name, step }, `${f.name} (${step}) injected at ${f.service}`);

function guardRow(pane, g) {
  const parts = row(pane, g.name, "", g.meaning);
  const toggle = button("off", () => {
    const on = toggle.getAttribute("aria-checked") !== "true";
    act("guard", { name: g.name, on }, `${g.name} ${on ? "on" : "off"}`);
  }, g.name);
  set(toggle, "role", "switch");
  set(toggle, "aria-checked", "false");
  toggle.className = "toggle";
  parts.div.querySelector(".head").append(toggle);
  parts.buttons.remove();
  guards.set(g.name, { ...parts, toggle });
}

function operationRow(pane, card) {
  const parts = row(pane, card.name, card.fact === "lab" ? "" : card.fact, card.meaning);
  const required = card.parameters.filter((p) => p.required);
  const steps = required.length === 1 ? required[0].steps : [];
  for (const step of steps) {
    parts.buttons.append(button(`${step.name} ${step.value}`, () => perform(card, { [required[0].name]: step.value }), `${card.name}, ${step.name} ${step.value}`));
  }
  parts.buttons.append(button(card.parameters.length ? "do …" : "do", () => open(card), `${card.name}${card.parameters.length ? " with parameters" : ""}`));
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

export async function resetEverything() {
  if (running) {
    const sure = await ask({ title: "Reset everything?", danger: true, yes: "Reset",
      body: [paragraph("A replay is running. Clearing its faults, guards and operator settings now spoils it; it does not come back.")] });
    if (!sure) return;
  }
  act("reset-all", {}, "All faults, guards and operator settings are cleared");
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
  faults.clear();
  guards.clear();
  const lists = { faults: [panel.faults, faultRow], guards: [panel.guards, guardRow], operators: [cards.filter((c) => !HIDDEN.has(c.name)), operationRow] };
  for (const [name, [list, draw]] of Object.entries(lists)) {
    const pane = byId(`pane-${name}`);
    pane.replaceChildren();
    list.forEach((one) => draw(pane, one));
    if (!list.length) pane.append(make("p", "meaning", "No service has told any yet."));
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
    set(parts.div, "data-on", f ? "yes" : "no");
    say(parts.state, f ? `\u25c6 injected: ${amount(f.magnitude)} ${parts.f.unit}${f.target ? `, ${f.target}` : ""}` : "");
    parts.clear.hidden = !f;
  }
  const held = new Map(frame.switched.guards.map((g) => [g.name, g]));
  for (const [name, parts] of guards) {
    const g = held.get(name);
    set(parts.div, "data-on", g ? "yes" : "no");
    set(parts.toggle, "aria-checked", g ? "true" : "false");
    say(parts.toggle, g ? "on" : "off");
    say(parts.state, g && g.timesActed ? `acted ${number(g.timesActed)}\u00d7` : "");
  }
  say(byId("count-faults"), on.size || "");
  say(byId("count-guards"), held.size || "");
}
