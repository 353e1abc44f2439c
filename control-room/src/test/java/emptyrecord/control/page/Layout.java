package emptyrecord.control.page;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What is wrong with how a page is laid out, measured in the browser; each finding names the elements. */
final class Layout {

    /** A thumb's target in CSS pixels: WCAG 2.2, success criterion 2.5.5. */
    static final int THUMB = 44;

    /** The smallest letters on a phone, in CSS pixels (our choice). */
    static final int LETTERS = 14;

    private static final String FIND = """
            ({ thumb, letters }) => {
              const wrong = [], root = document.documentElement, modal = document.querySelector("dialog[open]");
              const name = (e) => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}.${e.getAttribute("class") || ""} "${e.textContent.trim().slice(0, 40)}"`;
              const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".unseen, .skip, title, option");
              const inside = (e) => !modal || modal.contains(e);
              if (root.scrollWidth > innerWidth) wrong.push(`the page is ${root.scrollWidth} wide, the screen ${innerWidth}`);

              /* The part of a box that its scrolling ancestors and the screen's sides let through. */
              const clip = (e, box) => {
                let { left, top, right, bottom } = box;
                for (let p = e; p && p !== root; p = p.parentElement) {
                  const style = getComputedStyle(p);
                  if (p instanceof SVGElement || (style.overflowX === "visible" && style.overflowY === "visible")) continue;
                  const b = p.getBoundingClientRect();
                  [left, top, right, bottom] = [Math.max(left, b.left), Math.max(top, b.top), Math.min(right, b.right), Math.min(bottom, b.bottom)];
                }
                return { left, top, right, bottom };
              };
              const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const e = node.parentElement;
                if (!node.textContent.trim() || !seen(e) || !inside(e)) continue;
                range.selectNodeContents(node);
                for (const r of range.getClientRects()) {
                  const box = clip(e, r);
                  if (box.right - box.left < 1 || box.bottom - box.top < 1) continue;
                  if (box.right > innerWidth + 1 || box.left < -1) wrong.push(`outside of the screen: ${name(e)}`);
                  texts.push({ e, ...box, layer: e.closest(".dock") ? "dock" : e.closest(".group h3") ? "head" : "" });
                }
                const size = parseFloat(getComputedStyle(e).fontSize);
                if (letters && !(e instanceof SVGElement) && size < letters) wrong.push(`letters of ${size}: ${name(e)}`);
                for (let p = e; p && p !== document.body; p = p.parentElement) {
                  const style = getComputedStyle(p);
                  if (style.overflowX === "hidden" && p.scrollWidth > p.clientWidth + 1 && p.clientWidth > 1) wrong.push(`cut: ${name(p)}`);
                  if (["hidden", "clip"].includes(style.overflowY) && p.scrollHeight > p.clientHeight + 2 && p !== root) wrong.push(`cut below: ${name(p)}`);
                }
              }
              /* Boxes of letters are higher than what is drawn: lines that are set tightly share a pixel or three. */
              for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
                const [a, b] = [texts[i], texts[j]];
                if (a.e === b.e || a.layer !== b.layer) continue;
                const high = Math.min(a.bottom - a.top, b.bottom - b.top);
                const over = { x: Math.min(a.right, b.right) - Math.max(a.left, b.left), y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) };
                if (over.x > 2 && over.y > Math.max(2, high * 0.35)) wrong.push(`one on the other: ${name(a.e)} and ${name(b.e)}`);
              }
              if (thumb) for (const e of document.querySelectorAll("button, a[href], input, select, textarea, [role=tab]")) {
                if (!seen(e) || !inside(e)) continue;
                const box = e.getBoundingClientRect();
                if (box.width < thumb || box.height < thumb) wrong.push(`a target of ${Math.round(box.width)} x ${Math.round(box.height)}: ${name(e)}`);
              }
              return [...new Set(wrong)];
            }
            """;

    private Layout() {}

    /** Texts that are cut, overprinted or outside of the screen, and a page that is wider than the screen. */
    static List<?> wrong(Page page) {
        return (List<?>) page.evaluate(FIND, Map.of("thumb", 0, "letters", 0));
    }

    /** The same, and what is too small for a thumb or for reading. */
    static List<?> wrongOnAPhone(Page page) {
        return (List<?>) page.evaluate(FIND, Map.of("thumb", THUMB, "letters", LETTERS));
    }
}
