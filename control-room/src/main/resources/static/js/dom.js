/* Small helpers: elements are made once and changed afterwards; text never becomes markup. */
export const byId = (id) => document.getElementById(id);

export function make(name, className, text) {
  const e = document.createElement(name);
  if (className) e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
}

const SVG = "http://www.w3.org/2000/svg";
export function svg(name, attributes, parent) {
  const e = document.createElementNS(SVG, name);
  for (const [k, v] of Object.entries(attributes || {})) e.setAttribute(k, v);
  if (parent) parent.append(e);
  return e;
}

/* Writes only what has changed, so that a still page costs nothing. */
export function say(e, text) {
  const t = String(text);
  if (e.textContent !== t) e.textContent = t;
}

export function set(e, name, value) {
  const v = String(value);
  if (e.getAttribute(name) !== v) e.setAttribute(name, v);
}

export const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
