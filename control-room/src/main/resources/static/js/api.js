/* The only place that talks to the server, except for the stream. */
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

export async function send(method, path, body) {
  return answer(await fetch(path, { method, headers: HEADERS, body: body === undefined ? undefined : JSON.stringify(body) }));
}

export const operate = (name, parameters) => send("POST", `/operations/${encodeURIComponent(name)}`, parameters || {});
