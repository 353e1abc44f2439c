package emptyrecord.control.page;

import com.microsoft.playwright.Page;
import java.util.List;

/** The screens that the pages are looked at on. */
final class Sizes {

    /** Up to so many CSS pixels it is a phone. */
    static final int PHONE = 480;

    /** The whole page is shown. */
    static final List<int[]> WIDE = List.of(new int[] {1920, 1080}, new int[] {1366, 768}, new int[] {1024, 768});

    /** One part is shown at a time. */
    static final List<int[]> NARROW = List.of(new int[] {768, 1024}, new int[] {390, 844});

    private Sizes() {}

    /** Waits until what a change of size sets off has been drawn. */
    static void settle(Page page) {
        page.evaluate("""
                () => new Promise((done) => {
                  let frames = 4;
                  const next = () => { if (--frames) requestAnimationFrame(next); else done(); };
                  requestAnimationFrame(next);
                })
                """);
    }
}
