/* The trainees' page in a drill with roles: what this role may do, the clock for status updates, stakeholders, proposed actions. */
import { call } from "./api.js";
import { ask, field, paragraph } from "./dialog.js";
import { byId, make, say, set } from "./dom.js";
import { button } from "./rows.js";
import { show } from "./sections.js";
import { number } from "./words.js";

const root = document.documentElement;
export const DUTIES = {
  commander: "You are the commander: declare, assign, approve, and give the all-clear.", scribe: "You are the scribe: write the log, and read the alarms.",
  liaison: "You are the liaison: send status updates, and answer the stakeholders.", operator: "You are the operator: find the cause, and act by the runbook.",
};
const questions = new Map(), proposals = new Map();
let act = null, templates = [];

/* perform: sends a change and reports what came of it; gives null when it was refused */
export function startTeam(perform) {
  act = perform;
  byId("template").addEventListener("change", fill);
  form("update", "/drill/updates", "The status update is sent", next);
  form("note", "/drill/notes", "It is in the log");
  form("assign", "/drill/assignments", "It is assigned");
}

/* Sends a form's fields; a text that was taken makes room for the next one. */
function form(id, path, done, after = () => {}) {
  byId(id).addEventListener("submit", async (e) => {
    e.preventDefault();
    const f = e.target;
    if (await act("POST", path, Object.fromEntries(new FormData(f)), done)) { f.elements.text.value = ""; after(); }
  });
}

export async function prepareTeam() {
  templates = await call("GET", "/drill/updates/templates");
  byId("template").replaceChildren(...templates.map((t) => {
    const o = make("option", "", `${t.title} (${t.when})`);
    o.value = t.name;
    return o;
  }));
  fill();
}

/* Puts the template in, unless there is something of one's own. */
function fill() {
  const text = byId("update-text"), own = text.value && templates.every((t) => t.text !== text.value);
  const chosen = templates.find((t) => t.name === byId("template").value);
  if (!own && chosen) text.value = chosen.text;
}

/* After the first update comes "still going on"; the others stay, until somebody chooses another. */
function next() {
  const chosen = byId("template");
  if (chosen.selectedIndex === 0) chosen.selectedIndex = 1;
  fill();
}

/* Shows what this one may do; without roles all but the roles' own. */
function drawRights(roles) {
  const may = roles ? [...roles.may, "roles"] : null;
  for (const e of document.querySelectorAll("[data-needs]")) {
    const needs = e.dataset.needs.split(" ");
    e.hidden = may ? !needs.some((n) => may.includes(n)) : needs.includes("roles") || ["update", "note", "assign"].includes(needs[0]);
  }
  set(root, "data-may-read", !may || may.includes("read") ? "yes" : "no");
  if (roles && roles.role) root.dataset.role = roles.role;
  else delete root.dataset.role;
  const chosen = document.querySelector(`.sections [data-show="${root.dataset.section}"]`);
  if (chosen && chosen.hidden) show("alarms");
}

function drawClock(updates) {
  const { nextDue, overdueSince, severity } = updates;
  const late = overdueSince !== null;
  say(byId("due"), late ? `update overdue since +${number(overdueSince)}` : nextDue === null ? "no update is due" : `next update by +${number(nextDue)}, severity ${severity}`);
  set(byId("due"), "data-overdue", late ? "yes" : "no");
}

function newQuestion(q, mayAnswer) {
  const li = make("li"), p = make("p"), state = make("span", "state"), answer = make("form");
  p.append(make("b", "", q.who), state);
  li.append(p, make("p", "", q.text));
  if (mayAnswer) {
    const text = make("textarea"), send = button("Answer", () => {}, `answer ${q.who}, question ${q.number}`);
    Object.assign(text, { name: "text", maxLength: 2000, rows: 2 });
    text.setAttribute("aria-label", `your answer to ${q.who}, question ${q.number}`);
    send.type = "submit";
    answer.append(text, send);
    answer.addEventListener("submit", (e) => {
      e.preventDefault();
      act("POST", `/drill/questions/${q.number}/answer`, { text: text.value }, `${q.who} is answered`);
    });
    li.append(answer);
  }
  byId("questions").prepend(li);
  return { li, state, answer };
}

function drawQuestion(q, { li, state, answer }) {
  const done = q.answeredAt !== null;
  say(state, done ? `answered at +${number(q.answeredAt)}${q.pushed ? ", late" : ""}` : q.pushed ? `waits since +${number(q.dueAt)}` : `answer by +${number(q.dueAt)}`);
  set(li, "data-late", q.pushed ? "yes" : "no");
  answer.hidden = done;
}

async function reject(p) {
  const told = await ask({ title: "Reject?", yes: "Reject", body: [paragraph(p.text), field("text", "Why", "", { maxLength: 2000, autocomplete: "off" })] });
  if (told) act("POST", `/drill/proposals/${p.number}`, { approve: false, text: told.text }, `${p.text} is rejected`);
}

function newProposal(p, mayDecide) {
  const li = make("li"), line = make("p"), state = make("span", "state"), buttons = make("span");
  line.append(make("b", "", p.text), state, buttons);
  if (mayDecide) buttons.append(
    button("Approve", () => act("POST", `/drill/proposals/${p.number}`, { approve: true }, `${p.text} is approved and done`), `approve ${p.text}`), " ",
    button("Reject \u2026", () => reject(p), `reject ${p.text}`));
  li.append(line);
  byId("proposals").prepend(li);
  return { li, state, buttons };
}

function drawProposal(p, { state, buttons }) {
  say(state, { WAITING: "waits for the commander", APPROVED: "approved", REJECTED: "rejected" }[p.state]);
  buttons.hidden = p.state !== "WAITING";
}

/* Rows are made once and changed afterwards; a shorter list is another drill's. */
function drawList(list, rows, make, draw, title) {
  if (list.length < rows.size) { rows.forEach(({ li }) => li.remove()); rows.clear(); }
  for (const each of list) {
    if (!rows.has(each.number)) rows.set(each.number, make(each));
    draw(each, rows.get(each.number));
  }
  byId(title).hidden = !list.length;
}

export function drawTeam({ roles, state }) {
  if (state === "OVER" && root.dataset.role) return;
  drawRights(roles);
  if (!roles) return;
  say(byId("role"), roles.role || "facilitator");
  drawClock(roles.updates);
  drawList(roles.questions, questions, (q) => newQuestion(q, roles.may.includes("answer")), drawQuestion, "questions-title");
  drawList(roles.proposals, proposals, (p) => newProposal(p, roles.may.includes("decide")), drawProposal, "proposals-title");
  const open = roles.questions.filter((q) => q.answeredAt === null).length + roles.proposals.filter((p) => p.state === "WAITING").length;
  say(byId("open"), open || "");
}
