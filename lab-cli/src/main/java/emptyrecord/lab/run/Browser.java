package emptyrecord.lab.run;

import emptyrecord.lab.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The default browser on this machine. */
public final class Browser {

    private Browser() {}

    /** Shows a page if there is a screen; elsewhere nothing happens. */
    public static void open(Path page) {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        if (!Terminals.isLive() || !mac && !hasScreen(System.getenv())) {
            return;
        }
        try {
            new ProcessBuilder(List.of(mac ? "open" : "xdg-open", page.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            // The path is printed; that has to do where nothing opens pages.
        }
    }

    private static boolean hasScreen(Map<String, String> environment) {
        return environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    }
}
