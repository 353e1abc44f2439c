/* One dialog for everything that asks back. */
import { byId, make } from "./dom.js";

/* A dialog's close event may come when the next one is open already: what waits for the first is answered by then. */
let finish = () => {};

/* Resolves with the form's values, or null when it was put away. */
export function ask({ title, body, yes = "OK", danger = false }) {
  const dialog = byId("dialog"), form = byId("dialog-form");
  byId("dialog-title").textContent = title;
  byId("dialog-body").replaceChildren(...body);
  byId("dialog-yes").textContent = yes;
  byId("dialog-yes").className = danger ? "danger" : "";
  byId("dialog-no").hidden = yes === "Close";
  finish();
  return new Promise((resolve) => {
    let answered = null;
    finish = () => resolve(answered);
    form.onsubmit = () => { answered = Object.fromEntries(new FormData(form)); };
    byId("dialog-no").onclick = () => dialog.close();
    dialog.onclose = () => {
      if (dialog.open) return;
      byId("dialog-body").replaceChildren();
      finish();
    };
    dialog.showModal();
  });
}

export const paragraph = (text) => make("p", "", text);

export function field(name, title, value, attributes = {}) {
  const label = make("label", "", title), input = make("input");
  Object.assign(input, { name, value, ...attributes });
  if (attributes.list) { input.removeAttribute("list"); input.setAttribute("list", attributes.list); }
  label.append(input);
  return label;
}

export function choice(name, title, values) {
  const label = make("label", "", title), select = make("select");
  select.name = name;
  for (const [value, text] of values) { const o = make("option", "", text); o.value = value; select.append(o); }
  label.append(select);
  return label;
}
