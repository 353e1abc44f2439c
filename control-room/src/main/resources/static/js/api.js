/* The only place that talks to the server, except for the stream. */
import { ask, field, paragraph } from "./dialog.js";

const HEADERS = { "Content-Type": "application/json", "X-Requested-With": "control-room" };

async function answer(response) {
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error((body && (body.detail || body.title)) || `the control room answered ${response.status}`);
  return body;
}

export async function read(path) {
  return answer(await fetch(path, { headers: { Accept: "application/json" }, cache: "no-store" }));
}

/* The facilitator's token, if the region wants one; kept in this variable only, so a reload forgets it. */
let token = "";

function change(method, path, body) {
  const headers = token ? { ...HEADERS, Authorization: `Bearer ${token}` } : HEADERS;
  return fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}

async function askForToken() {
  const told = await ask({
    title: "The facilitator's token",
    body: [paragraph("Only the facilitator may change this region. The token stands in the file 'token' in the run's folder."),
      field("token", "Token", "", { type: "password", autocomplete: "off", required: true })],
    yes: "Use it",
  });
  token = told ? told.token.trim() : "";
  return token !== "";
}

export async function send(method, path, body) {
  const response = await change(method, path, body);
  return answer(response.status === 401 && await askForToken() ? await change(method, path, body) : response);
}

export const operate = (name, parameters) => send("POST", `/operations/${encodeURIComponent(name)}`, parameters || {});
