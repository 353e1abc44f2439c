package emptyrecord.control.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a page's controls are, whatever is scrolled. */
final class Boxes {

    private static final String READ = """
            () => [...document.querySelectorAll("button, input, select, [role=tab]")].filter((e) => e.checkVisibility()).map((e, i) => {
              const box = e.getBoundingClientRect(), list = e.closest(".pane, #alarms");
              const from = e.closest(".dock") ? { left: 0, top: 0 } : list ? list.querySelector(".switch:not([hidden]), li").getBoundingClientRect() : { left: -scrollX, top: -scrollY };
              const place = [box.left - from.left, box.top - from.top, box.width, box.height].map((v) => v.toFixed(1)).join(" ");
              return [`${i} ${e.id || e.getAttribute("aria-label") || e.textContent}`, place];
            })
            """;

    private Boxes() {}

    /** Left, top, width and height of every control that is shown, by its name. */
    static Map<String, String> of(Page page) {
        Map<String, String> boxes = new TreeMap<>();
        for (Object pair : (List<?>) page.evaluate(READ)) {
            boxes.put(String.valueOf(((List<?>) pair).getFirst()), String.valueOf(((List<?>) pair).getLast()));
        }
        return boxes;
    }

    /** Puts a control under another one's middle, as a small screen may, and clicks there twice as fast as a mouse does. */
    static void doubleClick(Page page, Locator first, String then) {
        first.scrollIntoViewIfNeeded();
        var box = first.boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.evaluate("""
                ([then, x, y]) => Object.assign(document.querySelector(then).style,
                  { position: "fixed", left: `${x - 30}px`, top: `${y - 15}px`, width: "60px", height: "30px", zIndex: 99 })
                """, List.of(then, x, y));
        page.mouse().dblclick(x, y);
    }
}
