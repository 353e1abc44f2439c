package emptyrecord.lab.region;

import emptyrecord.api.client.Resources;
import emptyrecord.api.common.ClockView;
import emptyrecord.kit.clock.StallWatch;
import emptyrecord.lab.client.HealthProbe;
import emptyrecord.lab.home.ServiceSpec;
import emptyrecord.lab.platform.ServiceEnds;
import emptyrecord.lab.start.LogCause;
import emptyrecord.lab.start.ServiceProgress;
import emptyrecord.lab.start.StartCause;
import emptyrecord.lab.start.StartCause.Open;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The messages of a failed start: the first service of the chain that is not well and why, then the machine. */
final class StartFailure {

    private static final int LOG_LINES = 40;

    private final RegionAccess lab;
    private final HealthProbe probe;

    StartFailure(RegionAccess lab, HealthProbe probe) {
        this.lab = lab;
        this.probe = probe;
    }

    String notHealthy(List<ServiceProgress> chain, Duration since) {
        String cause = StartCause.of(chain)
                .map(seen -> seen.service() + " " + seen.words() + log(seen.service()))
                .orElse("nothing answers");
        return "the start stopped after " + since.toSeconds() + " s: " + cause + machine();
    }

    String notSteady(List<Open> open, Collection<ServiceEnds.End> ended, Duration since) {
        String begin = "the region is not steady after " + since.toSeconds() + " s: ";
        String died = ended.stream()
                .map(e -> "\n  meanwhile " + e.service() + " ended: " + e.words() + log(e.service()))
                .collect(Collectors.joining());
        if (open.isEmpty()) {
            return begin + "the control room does not answer" + log("control-room") + died + machine();
        }
        String rest = open.stream().skip(1).map(Open::check).collect(Collectors.joining(", "));
        return begin + "the first failed check is " + open.getFirst() + leases(open.getFirst())
                + (rest.isEmpty() ? "" : "\n  what hangs on it: " + rest) + died + machine();
    }

    private String leases(Open first) {
        if (!first.check().equals("leases")) {
            return "";
        }
        return probe.read(lab.platform().named("dwfm").url(), Resources.DWFM)
                .map(n -> "; dwfm's queue holds " + n.queueLength())
                .orElse("; dwfm does not answer");
    }

    private String log(String service) {
        String told = LogCause.of(
                lab.platform().log(service, LOG_LINES).lines().skip(1).toList());
        return (told.isEmpty() ? "" : "\n  its log says: " + told) + "\n  more: ./lab "
                + lab.platform().option() + "logs " + service;
    }

    /** The timer reports of the services that answer; nothing when those are in time. */
    private String machine() {
        List<ClockView.Lag> lags = new ArrayList<>();
        for (ServiceSpec service : lab.platform().services()) {
            probe.read(service.url(), Resources.CLOCK).ifPresent(clock -> lags.add(clock.lag()));
        }
        return lags.stream()
                .max((a, b) -> Double.compare(a.worstIncidentSeconds(), b.worstIncidentSeconds()))
                .filter(worst -> worst.worstIncidentSeconds() > StallWatch.SLACK.toSeconds())
                .map(worst -> String.format(
                        Locale.ROOT,
                        "%n  this machine is too busy: timers are %.1f s late, %.0f incident seconds; a slower --speed"
                                + " helps, or stop other programs",
                        worst.worstSeconds(),
                        worst.worstIncidentSeconds()))
                .orElse("");
    }
}
