/* On a narrow screen one part of the page is shown at a time; buttons at its foot, within a thumb's reach, change between them. */
import { set } from "./dom.js";

const root = document.documentElement;
const buttons = () => document.querySelectorAll(".sections button");

export function show(section) {
  root.dataset.section = section;
  buttons().forEach((b) => set(b, "aria-current", b.dataset.show === section));
}

/* chosen: called with the section when a button was pressed */
export function startSections(chosen) {
  buttons().forEach((b) => b.addEventListener("click", () => {
    show(b.dataset.show);
    scrollTo(0, 0);
    chosen(b.dataset.show);
  }));
}
