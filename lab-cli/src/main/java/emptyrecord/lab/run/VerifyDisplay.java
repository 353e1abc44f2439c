package emptyrecord.lab.run;

import emptyrecord.lab.terminal.Fit;
import emptyrecord.lab.terminal.Screen;

/** Progress of a check: on a terminal a line that is refreshed, elsewhere a line for each tenth. */
public final class VerifyDisplay {

    private static final int BAR = 20;
    private static final int PLAIN_LINES = 10;

    private final Screen screen;
    private int tenths;

    public VerifyDisplay(Screen screen) {
        this.screen = screen;
    }

    public void explained(int explained, int logged) {
        if (screen.isLive()) {
            screen.renew(columns -> line(explained, logged, columns));
            return;
        }
        int now = PLAIN_LINES * explained / Math.max(1, logged);
        if (now > tenths) {
            tenths = now;
            screen.say(words(explained, logged));
        }
    }

    static String line(int explained, int logged, int columns) {
        int full = BAR * explained / Math.max(1, logged);
        String withBar = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + words(explained, logged);
        return Fit.columns(withBar) <= columns ? withBar : words(explained, logged);
    }

    private static String words(int explained, int logged) {
        return explained + " of " + logged + " steps explained";
    }
}
