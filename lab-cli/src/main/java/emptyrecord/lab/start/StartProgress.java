package emptyrecord.lab.start;

import emptyrecord.lab.start.ServiceProgress.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reports a start: a line for each service whose state changes, and one for everything that is still open. */
public final class StartProgress {

    private static final Pattern FIGURES = Pattern.compile("\\d+");

    private final Map<String, String> last = new HashMap<>();

    /**
     * The changes.
     *
     * @param now services in the order of their start
     * @param since the start began
     * @return lines; none for a service that is only waiting or starting, since {@link #open} names those
     */
    public List<String> news(List<ServiceProgress> now, Duration since) {
        List<String> lines = new ArrayList<>();
        for (ServiceProgress seen : now) {
            String words = withoutFigures(seen);
            String before = last.put(seen.service(), words);
            boolean quiet = seen.state() == State.WAITING || seen.state() == State.STARTING;
            if (!words.equals(before) && !quiet) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-16s %s after %.1f s",
                        seen.service(),
                        seen.words(),
                        since.toMillis() / 1000.0));
            }
        }
        return lines;
    }

    /** The figures of a service that is not well yet go up and down, so they are not reported. */
    private static String withoutFigures(ServiceProgress seen) {
        return FIGURES.matcher(seen.words()).replaceAll("");
    }

    /** One line with everything that is not healthy yet. */
    public static String open(List<ServiceProgress> now, Duration since) {
        long healthy = now.stream().filter(s -> s.state() == State.HEALTHY).count();
        List<String> open = new ArrayList<>();
        addNames(open, now, State.UNHEALTHY, "not well");
        addNames(open, now, State.STARTING, "starting");
        addNames(open, now, State.WAITING, "waiting");
        return since.toSeconds() + " s: " + healthy + " of " + now.size() + " healthy" + (open.isEmpty() ? "" : "; ")
                + String.join("; ", open);
    }

    private static void addNames(List<String> open, List<ServiceProgress> now, State state, String word) {
        List<String> names = now.stream()
                .filter(s -> s.state() == state)
                .map(s -> s.service() + (s.detail().isEmpty() ? "" : " (" + s.detail() + ")"))
                .toList();
        if (!names.isEmpty()) {
            open.add(word + ": " + String.join(", ", names));
        }
    }
}
