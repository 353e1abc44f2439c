package emptyrecord.control.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Controls that came, went, or lie a pixel or more elsewhere; less is how the browser rounds while it scrolls. */
    static List<String> moved(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !near(before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .map(name -> name + ": " + before.get(name) + " -> " + after.get(name))
                .toList();
    }

    private static boolean near(String box, String other) {
        double[] a = numbers(box);
        double[] b = numbers(other);
        return a.length == 4
                && b.length == 4
                && IntStream.range(0, 4).allMatch(side -> Math.abs(a[side] - b[side]) < 1);
    }

    private static double[] numbers(String box) {
        return Stream.of(box.split(" ", -1))
                .filter(side -> !side.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
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
