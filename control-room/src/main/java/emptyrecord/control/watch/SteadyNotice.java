package emptyrecord.control.watch;

import emptyrecord.api.run.Check;
import emptyrecord.night.sample.Sample;
import emptyrecord.night.steady.SteadyState;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs once, at the first steady sample, where people find the region: the last line of a start in the foreground. It
 * logs nothing where no address is set, because {@code ./lab up} prints its own.
 */
public final class SteadyNotice {

    private static final Logger log = LoggerFactory.getLogger(SteadyNotice.class);

    private final Map<String, URI> addresses;
    private final Supplier<List<String>> injected;
    private final AtomicBoolean done = new AtomicBoolean();

    /**
     * @param addresses as people reach them, by what is there, for example {@code control-room}
     * @param injected faults that are injected now
     */
    public SteadyNotice(Map<String, URI> addresses, Supplier<List<String>> injected) {
        this.addresses = new TreeMap<>(addresses);
        this.injected = injected;
        this.done.set(addresses.isEmpty());
    }

    /** The line that a sample makes due, or an empty one. */
    String line(Sample sample) {
        if (done.get()
                || !SteadyState.checks(sample, List.of()).stream().allMatch(Check::ok)
                || !injected.get().isEmpty()
                || !done.compareAndSet(false, true)) {
            return "";
        }
        return "the region is steady; look here: "
                + addresses.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "))
                + " (what the profile observability starts included); press Replay in the control room, or:"
                + " docker compose run --rm lab replay";
    }

    public void see(Sample sample) {
        String line = line(sample);
        if (!line.isEmpty()) {
            log.info("{}", line);
        }
    }
}
