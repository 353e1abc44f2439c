/* The facilitator's part of a drill: starts it, tells the trainees' token once, ends it, shows the score. */
import { call, read, send } from "./api.js";
import { ask, choice, field, paragraph } from "./dialog.js";
import { make } from "./dom.js";
import { tell } from "./switches.js";
import { button } from "./rows.js";
import { kindOf, number, told } from "./words.js";

/* The drill that is on or was the last; null when there was none. */
async function current() {
  try {
    return await call("GET", "/drill");
  } catch (e) {
    if (e.status === 404) return null;
    if (e.status === 401) return read("/drill");
    throw e;
  }
}

export async function drillDialog() {
  try {
    const drill = await current();
    if (drill && drill.state !== "OVER") await end(drill);
    else await start(drill);
  } catch (e) {
    tell(e.message, true);
  }
}

function link(text, href) {
  const p = make("p"), a = make("a", "", text);
  a.href = href;
  a.target = "_blank";
  a.rel = "noopener";
  p.append(a);
  return p;
}

async function start(last) {
  const cards = (await read("/scenarios")).filter((s) => s.drill);
  const values = await ask({ title: "Start a drill", yes: "Start", body: [
    paragraph("Plays a scenario that the trainees know only by a page. Until the drill ends, only the facilitator can use this page."),
    choice("scenario", "scenario", cards.map((s) => [s.name, s.title])),
    field("team", "team", "team", { required: true, maxLength: 40 }),
    choice("inhibit", "alarms", [["off", "every alarm pages, as in the outage"], ["on", "a root cause silences its symptoms"]]),
    choice("roles", "roles", [["one", "one page that may do all"], ["roles", "commander, scribe, liaison, operator: a page each"], ["approval", "the same, and the commander approves each action"]]),
    field("minutes", "maximum length in incident minutes", "480", { type: "number", min: 10, max: 2000 }),
    ...(last ? [link("Debrief of the last drill", "/drills/current/debrief")] : [])] });
  if (!values) return;
  const started = await send("POST", "/drills", { scenario: values.scenario, team: values.team, inhibit: values.inhibit === "on", minutes: Number(values.minutes), roles: values.roles !== "one", approval: values.roles === "approval" });
  tell(`The drill of ${started.team} has started`);
  const roles = Object.entries(started.roleTokens || {});
  const body = roles.length
    ? [paragraph("A link to join for each role, shown only once. Who has a link has the role."), ...roles.map(([role, token]) => field(role, role, `${location.origin}/trainee.html#${token}`, { readOnly: true }))]
    : [link("The trainees' page", "/trainee.html"), field("trainee", "the trainees' token, shown only once", started.traineeToken, { readOnly: true })];
  await ask({ title: "The drill has started", yes: "Close", body });
}

/* Sends a stakeholder into a drill with roles, now. */
async function stakeholders() {
  const all = await read("/drills/stakeholders"), p = make("p", "inject");
  const pick = choice("stakeholder", "a stakeholder", all.map((s) => [s.name, `${s.who}: ${s.demand}`])), said = make("span");
  said.setAttribute("role", "status");
  p.append(button("Send now", async () => {
    try {
      const asked = await send("POST", `/drills/current/injects/${pick.querySelector("select").value}`, {});
      said.textContent = ` ${asked.who} has asked; an answer is due at +${number(asked.dueAt)}`;
    } catch (e) { said.textContent = ` ${e.message}`; }
  }), said);
  return [pick, p];
}

async function end(drill) {
  const log = make("ol", "drill-log");
  for (const l of drill.log.slice(-12)) log.append(make("li", "", `+${number(l.minute)} ${kindOf(l, "they")}: ${told(l)}`));
  const sure = await ask({ title: `${drill.team}, minute ${number(drill.minute)}`, yes: "End the drill", danger: true,
    body: [paragraph("The trainees' messages and actions, newest last. Ending the drill scores it and clears its faults."), log, ...(drill.roles ? await stakeholders() : [])] });
  if (!sure) return;
  const over = await send("DELETE", "/drills/current");
  const table = make("table", "keys");
  for (const part of over.score.parts) {
    const tr = make("tr"), th = make("th", "", part.name);
    th.scope = "row";
    tr.append(th, make("td", "", part.most ? `${part.points} of ${part.most}` : number(part.points).replace("-", "\u2212")), make("td", "", part.note));
    table.append(tr);
  }
  tell(`${over.team}: ${over.score.points} of ${over.score.most} points`);
  await ask({ title: `${over.team}: ${over.score.points} of ${over.score.most} points`, yes: "Close", body: [table, link("The debrief", "/drills/current/debrief")] });
}
