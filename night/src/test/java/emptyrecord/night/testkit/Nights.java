package emptyrecord.night.testkit;

import emptyrecord.api.Event;
import emptyrecord.api.event.EventId;
import emptyrecord.api.event.EventKind;
import emptyrecord.night.judge.Run;
import emptyrecord.night.judge.RunSettings;
import emptyrecord.night.playbook.Playbook;
import emptyrecord.night.sample.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Synthetic nights: one that meets every milestone, and ways to spoil it. */
public final class Nights {

    public static final Instant ZERO = Instant.parse("2026-01-01T12:00:00Z");
    public static final double SPEED = 60;

    private Nights() {}

    public static RunSettings settings() {
        return new RunSettings(
                "20260101-115900-1",
                1,
                SPEED,
                List.of(),
                wall(-20),
                "dynamodb.us-east-1.amazonaws.test",
                20.25,
                Playbook.night(),
                Map.of(),
                new RunSettings.NightNumbers(872, true, 20, 30));
    }

    public static Instant wall(double minutes) {
        return ZERO.plusNanos(Math.round(minutes * 6e10 / SPEED));
    }

    /** A night that meets every milestone. */
    public static Run good() {
        return night(s -> s);
    }

    /** The good night with every sample changed. */
    public static Run night(UnaryOperator<Sample> change) {
        List<Sample> samples = new ArrayList<>();
        long seq = 0;
        for (double t = -15; t <= 872; t += .5) {
            samples.add(change.apply(sample(++seq, t)));
        }
        return new Run(settings(), events(), samples);
    }

    /** A run that ended early. */
    public static Run until(double minutes) {
        Run good = good();
        List<Sample> seen = good.samples().stream()
                .filter(s -> s.tPlusMinutes() != null && s.tPlusMinutes() <= minutes)
                .toList();
        return new Run(good.settings(), good.events(), seen);
    }

    public static List<Event> events() {
        List<Event> events = new ArrayList<>();
        add(
                events,
                "dns-enactor-b",
                EventKind.FAULT_INJECTED,
                -12,
                Map.of(EventId.FAULT, "lose-lock", EventId.MAGNITUDE, 8, EventId.TARGET, "regional"));
        add(
                events,
                "control-room",
                EventKind.ROUND_STARTED,
                -12,
                Map.of(EventId.ROUND, 1, EventId.ENACTOR, "dns-enactor-b"));
        add(
                events,
                "fake-route53",
                EventKind.ANSWER_EMPTIED,
                0,
                Map.of(EventId.NAME, settings().regionalName(), EventId.WAS_POSSIBLE, 3));
        add(
                events,
                "control-room",
                EventKind.ROUND_ENDED,
                3,
                Map.of(EventId.ROUND, 1, EventId.OUTCOME, "record-empty"));
        add(
                events,
                "control-room",
                EventKind.RECORD_EMPTY,
                3,
                Map.of(EventId.AT, ZERO.toString(), EventId.ZONE, "z", EventId.ROUND, 1));
        act(events, 87, "static-hosts", "F6");
        act(events, 157, "install-plan", "F8");
        act(events, 266, "api-limit", "F12");
        act(events, 266, "dwfm-throttle", "F12");
        act(events, 350, "freeze-automation", "F15");
        act(events, 588, "nlb-failover-off", "F19");
        act(events, 861, "nlb-failover-on", "F23");
        add(
                events,
                "control-room",
                EventKind.REPLAY_FINISHED,
                872.5,
                Map.of(EventId.OUTCOME, "PLAYED", EventId.REASON, ""));
        return events;
    }

    private static void act(List<Event> events, double t, String action, String fact) {
        add(
                events,
                "control-room",
                EventKind.OPERATOR_ACTION,
                t,
                Map.of(EventId.ACTION, action, EventId.FACT, fact, EventId.BECAUSE, "as AWS did"));
    }

    private static void add(List<Event> events, String service, EventKind kind, double t, Map<EventId, ?> ids) {
        events.add(new Event(events.size() + 1, wall(t), null, service, kind.word(), EventId.keys(ids)));
    }

    /** The good night at one moment. */
    public static Sample sample(long seq, double t) {
        boolean empty = t >= 0 && t < 157.2;
        return new Sample(
                seq,
                wall(t),
                t,
                new Sample.Regional(empty ? "empty" : "addresses", empty ? 0 : 1, empty ? 0 : 3),
                leases(t),
                new Sample.Network(delay(t), Map.of("us-east-1a", (int) (delay(t) * 7))),
                nlb(t),
                new Sample.Automation(145L, 145L),
                customers(t),
                List.of());
    }

    private static Sample.Leases leases(double t) {
        double share = t < 2
                ? 1
                : t < 157 ? Math.max(.02, 1 - t / 155) : t < 266 ? .07 : Math.min(1, .07 + (t - 266) * .93 / 70);
        long made = Math.round(Math.max(0, t + 15) * 8 * (t < 0 ? 1 : 0))
                + (t < 0 ? 0 : 120)
                + Math.round(Math.max(0, Math.min(t, 340) - 266) * 5);
        long failed = t < 1 ? 0 : Math.round((Math.min(t, 160) - 1) * 40);
        double queue = t < 172 ? 3 : t < 266 ? (t - 172) * 140 : Math.max(3, 13000 - (t - 266) * 600);
        return new Sample.Leases(
                248,
                (int) Math.round(248 * share),
                Math.round(queue),
                queue / 10,
                made,
                made + failed,
                failed,
                t > 266 && t < 340 ? 5.0 : t < 2 ? 4.0 : 0.0,
                t > 172 && t < 340 ? 18.0 : 5.0,
                t < 266 ? 10.0 : 5.95,
                0,
                t >= 266 && t < 841);
    }

    private static double delay(double t) {
        return t < 345 ? .3 : t < 580 ? Math.min(100, (t - 345) * .55) : Math.max(.4, 100 - (t - 580) * 1.6);
    }

    private static Sample.Nlb nlb(double t) {
        boolean bad = t >= 345 && t < 588;
        return new Sample.Nlb(
                bad ? .45 + .2 * Math.sin(t / 9) : 1,
                bad ? .66 : 1,
                bad ? List.of("us-east-1a") : List.of(),
                12,
                12,
                bad ? 200 : 30,
                !(t >= 588 && t < 861),
                bad ? .3 : .001);
    }

    private static Sample.Customers customers(double t) {
        boolean dynamo = t < .2 || t >= 169;
        boolean internal = dynamo || t > 87;
        boolean launching = t < 0 || t >= 340;
        int at = (int) Math.round(t * 2);
        int every = t > 345 && t < 588 ? 2 : 1;
        return new Sample.Customers(
                launches(t, at),
                Map.of("ok", every == 2 ? 6 : 9, "timed-out", every == 2 ? 3 : 0),
                launching ? 5 : (int) Math.min(900, Math.max(0, t)),
                Map.of(
                        "dynamodb", dynamo ? canary(1, 0, 0) : canary(0, 0, 1),
                        "internal-tool", internal ? canary(1, 0, 0) : canary(0, 0, 1),
                        "launch", launching ? canary(1, 0, 0) : canary(0, 1, 0),
                        "connection", every == 2 ? canary(1, 1, 0) : canary(1, 0, 0)));
    }

    private static Map<String, Integer> launches(double t, int at) {
        if (t < 0) {
            return Map.of("launched", 1);
        }
        if (t < 160) {
            return Map.of("InternalError", 2);
        }
        if (t < 340) {
            return t < 266 ? Map.of("InsufficientInstanceCapacity", 3) : Map.of("RequestLimitExceeded", 4);
        }
        if (t < 838) {
            return at % 3 == 0 ? Map.of("RequestLimitExceeded", 3, "launched", 2) : Map.of("launched", 2);
        }
        return Map.of("launched", 1);
    }

    private static Sample.Canary canary(int worked, int failed, int neverTried) {
        double all = worked + failed + neverTried;
        return new Sample.Canary(worked, failed, neverTried, worked / all);
    }

    /** A sample with other leases. */
    public static Sample with(Sample s, Sample.@Nullable Leases leases, Sample.@Nullable Network network) {
        return new Sample(
                s.seq(),
                s.wall(),
                s.tPlusMinutes(),
                s.regional(),
                leases,
                network,
                s.nlb(),
                s.automation(),
                s.customers(),
                s.gaps());
    }

    public static Sample with(Sample s, Sample.Customers customers) {
        return new Sample(
                s.seq(),
                s.wall(),
                s.tPlusMinutes(),
                s.regional(),
                s.leases(),
                s.network(),
                s.nlb(),
                s.automation(),
                customers,
                s.gaps());
    }

    public static Sample with(Sample s, Sample.Regional regional) {
        return new Sample(
                s.seq(),
                s.wall(),
                s.tPlusMinutes(),
                regional,
                s.leases(),
                s.network(),
                s.nlb(),
                s.automation(),
                s.customers(),
                s.gaps());
    }

    public static Sample with(Sample s, Sample.@Nullable Nlb nlb) {
        return new Sample(
                s.seq(),
                s.wall(),
                s.tPlusMinutes(),
                s.regional(),
                s.leases(),
                s.network(),
                nlb,
                s.automation(),
                s.customers(),
                s.gaps());
    }
}
