/* The only place that talks to the server. */
import { ask, field, paragraph } from "./dialog.js";

/* Throws with the status in it. */
async function answer(response) {
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  if (!response.ok) throw Object.assign(new Error((body && (body.detail || body.title)) || `the control room answered ${response.status}`), { status: response.status });
  return body;
}

/* A facilitator's or a trainee's token, if one is wanted; kept in this variable only, so a reload forgets it. */
let token = "", asking = null, declined = false;

export const useToken = (text) => { token = text.trim(); };

const request = (method, path, more = {}, body = undefined) => fetch(path, { method, cache: "no-store", body,
  ...more, headers: { Accept: "application/json", ...more.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) } });

const question = () => ask({
  title: "The facilitator's token",
  body: [paragraph("Only the facilitator may change this region, and during a drill only the facilitator sees this page. The token stands in the file 'token' in the run's folder."),
    field("token", "Token", "", { type: "password", autocomplete: "off", required: true })],
  yes: "Use it",
});

/* Concurrent callers wait for the same answer. */
async function askForToken() {
  asking ||= question().finally(() => { asking = null; });
  const told = await asking;
  declined = !told;
  if (told) useToken(told.token);
  return Boolean(told);
}

async function insist(call) {
  const response = await call();
  return response.status === 401 && await askForToken() ? call() : response;
}

/* Reads on their own behalf ask once; who says no is asked again when they change something. */
export async function read(path) {
  const call = () => request("GET", path);
  return answer(declined ? await call() : await insist(call));
}

/* For pages that ask for the token themselves. */
export async function call(method, path, body) {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return answer(await request(method, path, { headers: { "Content-Type": "application/json" } }, json));
}

export async function send(method, path, body) {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return answer(await insist(() => request(method, path, { headers: { "Content-Type": "application/json" } }, json)));
}

/* Server-sent events by fetch, since EventSource sends no token. Returns when the server ends them, throws when the line breaks. */
export async function listen(path, hear, signal) {
  const call = () => request("GET", path, { signal, headers: { Accept: "text/event-stream" } });
  const response = declined ? await call() : await insist(call);
  if (!response.ok) await answer(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ""; ;) {
    const { value, done } = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop();
    for (const event of events) {
      const data = event.split("\n").filter((l) => l.startsWith("data:")).map((l) => l.slice(5)).join("\n");
      if (data) hear(JSON.parse(data));
    }
  }
}

export const operate = (name, parameters) => send("POST", `/operations/${encodeURIComponent(name)}`, parameters || {});
