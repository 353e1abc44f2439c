/* The trainees' page: what came in, and what they write down and do. It knows nothing of faults. */
import { drawAlarms } from "./alarms.js";
import { call, useToken } from "./api.js";
import { startClicks } from "./clicks.js";
import { ask, field, paragraph } from "./dialog.js";
import { byId, make, say, set } from "./dom.js";
import { drawCustomers, startCustomers } from "./header.js";
import { groups, row } from "./rows.js";
import { startSections } from "./sections.js";
import { DUTIES, drawTeam, prepareTeam, startTeam } from "./team.js";
import { kindOf, number, told } from "./words.js";

const EVERY_MS = 1000;
const STATES = { WAITING: ["On call", "Nothing has happened yet."], ON: ["You were paged", "Find the cause, record your hypothesis, and act by the runbook."],
  OVER: ["The drill is over", "The facilitator has the debrief."] };
let drawn = 0, seen = 0, team = "", ready = false;

function tell(text, wrong = false) {
  say(byId("said"), text);
  byId("said").dataset.wrong = wrong ? "yes" : "no";
}

async function act(method, path, body, done) {
  try {
    const answer = await call(method, path, body);
    tell(typeof done === "function" ? done(answer) : done);
    await look();
    return answer;
  } catch (e) {
    tell(e.message, true);
    return null;
  }
}

function line(l) {
  const li = make("li"), time = make("time", "", `+${number(l.minute)}`);
  li.dataset.kind = l.kind;
  li.append(time, make("span", "kind", kindOf(l)), make("span", "", told(l)));
  return li;
}

/* New lines are put on top; a shorter log is another drill's. */
function drawLog(view) {
  const list = byId("log");
  if (view.team !== team || view.log.length < drawn) { list.replaceChildren(); drawn = seen = 0; team = view.team; }
  view.log.slice(drawn).forEach((l) => list.prepend(line(l)));
  drawn = view.log.length;
  if (document.documentElement.dataset.section === "log") seen = drawn;
  say(byId("unseen"), drawn - seen || "");
}

/* What was declared first is pressed, since that counts; the server's own words for the score replace those of the page. */
function drawDeclared({ log, declaring }) {
  const first = log.find((l) => ["INCIDENT", "NO_INCIDENT"].includes(l.kind));
  set(byId("incident"), "aria-pressed", Boolean(first) && first.kind === "INCIDENT");
  set(byId("no-incident"), "aria-pressed", Boolean(first) && first.kind === "NO_INCIDENT");
  if (declaring && declaring.rule) say(byId("declare-rule"), declaring.rule);
}

const readAlarm = (id) => act("POST", `/drill/alarms/${encodeURIComponent(id)}/read`, {}, `${id} is read`);

function draw(view) {
  const [word, sentence] = STATES[view.state];
  say(byId("team"), view.team);
  say(byId("clock"), `+${number(view.minute)}\u202fmin`);
  say(byId("state"), word);
  say(byId("words"), (view.state === "ON" && view.roles && DUTIES[view.roles.role]) || sentence);
  document.documentElement.dataset.state = view.state;
  drawCustomers((name) => (name in view.customersSee ? view.customersSee[name] / 100 : null));
  drawLog(view);
  drawDeclared(view);
  drawAlarms(view, readAlarm);
  drawTeam(view);
}

/* What is the same in every drill, fetched once. */
async function prepare() {
  const causes = await call("GET", "/drill/causes"), cards = await call("GET", "/drill/actions");
  byId("cause").replaceChildren(...Object.entries(causes).map(([name, meaning]) => {
    const o = make("option", "", `${name}: ${meaning}`);
    o.value = name;
    return o;
  }));
  byId("runbook").replaceChildren();
  const group = groups(byId("runbook"));
  cards.forEach((card) => runbookRow(group("Actions"), card));
  await prepareTeam();
  ready = true;
}

function runbookRow(group, card) {
  const parts = row(group, { name: card.name, meaning: card.meaning, where: "", words: "" });
  const b = make("button", "", card.parameters.length ? "do …" : "do");
  b.type = "button";
  b.setAttribute("aria-label", card.name);
  b.addEventListener("click", () => perform(card));
  parts.buttons.append(b);
}

async function perform(card) {
  const fields = card.parameters.map((p) => field(p.name, `${p.name}${p.required ? "" : " (may stay empty)"}: ${p.meaning}`, "", { required: p.required }));
  const values = await ask({ title: card.name, body: [paragraph(`${card.meaning}. The time counts, and the action can do harm.`), ...fields], yes: "Do it", danger: card.destroys });
  if (values) act("POST", `/drill/actions/${card.name}`, Object.fromEntries(Object.entries(values).filter(([, v]) => v !== "")), (answer) => (answer.proposal ? `${card.name} is proposed; the commander decides` : `${card.name} done`));
}

async function look() {
  try {
    const view = await call("GET", "/drill");
    if (!ready) await prepare();
    draw(view);
    say(byId("lost"), "");
  } catch (e) {
    if (e.status === 401) return signIn("This is not the token of the current drill.");
    if (e.status === 404) { say(byId("state"), "On call"); say(byId("words"), "There is no drill yet."); say(byId("lost"), ""); } else say(byId("lost"), "No connection to the control room; retrying.");
  }
  return undefined;
}

let asking = false;
async function signIn(why) {
  if (asking) return;
  asking = true;
  const told = await ask({ title: "On call", yes: "Sign in", body: [paragraph(why),
    field("token", "Token, from your facilitator", "", { type: "password", autocomplete: "off", required: true })] });
  asking = false;
  if (told) { useToken(told.token); await look(); }
}

async function sure(title, text, yes) {
  return ask({ title, body: [paragraph(text)], yes, danger: true });
}

startClicks();
startSections(look);
startCustomers();
startTeam(act);
byId("incident").addEventListener("click", () => act("POST", "/drill/declarations", { incident: true, ...(document.documentElement.dataset.role ? { severity: Number(byId("severity").value) } : {}) }, "You declared: this is an incident"));
byId("no-incident").addEventListener("click", () => act("POST", "/drill/declarations", { incident: false }, "You declared: this is not an incident"));
byId("hint").addEventListener("click", async () => { if (await sure("A hint?", "It costs points.", "A hint")) act("POST", "/drill/hints", {}, "The hint is in the log"); });
byId("all-clear").addEventListener("click", async () => { if (await sure("All clear?", "You declare that the incident is over and customers are served.", "All clear")) act("POST", "/drill/all-clear", {}, "All clear is given"); });
byId("hypothesis").addEventListener("submit", (e) => {
  e.preventDefault();
  const { cause, text } = Object.fromEntries(new FormData(e.target));
  act("POST", "/drill/hypotheses", { cause, text }, "The hypothesis is recorded").then((done) => { if (done) byId("text").value = ""; });
});
async function keepLooking() {
  if (!asking) await look();
  setTimeout(keepLooking, EVERY_MS);
}
/* A join link has the token behind its #, which a browser does not send; it leaves the address at once. */
const joined = location.hash.slice(1);
if (joined) { history.replaceState(null, "", location.pathname); useToken(joined); keepLooking(); } else signIn("Your facilitator has a token for you.").then(keepLooking);
