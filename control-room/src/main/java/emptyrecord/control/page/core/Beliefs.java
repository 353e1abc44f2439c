package emptyrecord.control.page.core;

import emptyrecord.control.page.core.Finding.Role;
import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The control-problem view: every controller's belief beside the truth. Belief is what the controller itself reports
 * and acts on. Truth is what another place shows: the zone, the network, the customers. Thresholds are our choice.
 */
public final class Beliefs {

    /** The controller that is people. */
    public static final String OPERATORS = "operators";

    private static final String UNKNOWN = "not known";

    /** Plans on their way from planner to apex on a quiet day. */
    private static final int PLANS_ON_THE_WAY = 4;

    /** Nodes; one may be in replacement on any day. */
    private static final int NODES_APART = 2;

    /** Refused customers who will come again. */
    private static final int CROWD = 20;

    /**
     * The operators' present work.
     *
     * @param place that their last action was meant for; null when they have not acted
     * @param action name of it
     * @param causeMinutes incident minutes for which the present cause has been one; 0 without a cause
     */
    public record Hands(@Nullable Place place, @Nullable String action, double causeMinutes) {}

    private final Scene scene;

    private Beliefs(Scene scene) {
        this.scene = scene;
    }

    /** The controllers in the order of the data flow. */
    public static List<Belief> of(Scene scene, List<Finding> findings, Hands hands) {
        Beliefs beliefs = new Beliefs(scene);
        List<Belief> all = new ArrayList<>();
        all.add(beliefs.planner());
        scene.enactors().forEach(e -> all.add(beliefs.enactor(e)));
        all.add(beliefs.dwfm());
        all.add(beliefs.network());
        all.add(beliefs.healthChecker());
        all.add(beliefs.retries());
        all.add(operators(findings, hands));
        return all;
    }

    /** It writes plans and gets no feedback: whether one was applied is not its task (F30). */
    private Belief planner() {
        Scene.Planner planner = scene.planner();
        Long newest = planner == null ? null : planner.generation();
        Long active = scene.zone() == null ? null : scene.zone().activePlan();
        boolean apart = lost() || (newest != null && active != null && newest - active > PLANS_ON_THE_WAY);
        return new Belief(
                "dns-planner",
                newest == null ? UNKNOWN : "plan " + newest + " will be live",
                active(),
                apart,
                null,
                "none: an open loop",
                "F30");
    }

    private Belief enactor(Scene.Enactor e) {
        Long holding = e.holding();
        String believes = holding != null
                ? "plan " + holding + " is newer"
                : e.lastApplied() == null ? UNKNOWN : "plan " + e.lastApplied() + " went live";
        boolean apart = e.answering() && (lost() || AutomationVitals.stale(e, scene.zone()));
        return new Belief(
                e.name(),
                e.answering() ? believes : UNKNOWN,
                active(),
                apart,
                holding == null ? null : e.heldMinutes(),
                holding == null ? "one check a pass" : "one check, at the start of its pass",
                "F31");
    }

    private boolean lost() {
        return AutomationVitals.dangling(scene.zone());
    }

    private String active() {
        Scene.Zone zone = scene.zone();
        if (zone == null) {
            return UNKNOWN;
        }
        return zone.activePlan() == null
                ? "no plan active"
                : "plan " + zone.activePlan() + (zone.treeThere() ? " active" : " active, deleted");
    }

    /** It takes every attempt in its queue for worth working on; most may have expired (F11, F52). */
    private Belief dwfm() {
        Sample.Leases leases = scene.sample().leases();
        if (leases == null) {
            return new Belief("dwfm", UNKNOWN, UNKNOWN, false, null, "does not answer", "F11");
        }
        Double attempts = leases.attemptsPerMinute();
        boolean known =
                leases.leasesPerMinute() != null && attempts != null && Thresholds.WORK_COUNTED.reachedBy(attempts);
        double useful = FleetVitals.usefulShare(leases);
        String believes = "useful attempts queued: " + leases.queueLength();
        String is = known ? Vitals.percent(useful) + " of the work makes a lease" : "it waits for work";
        return new Belief(
                "dwfm",
                believes,
                is,
                known && Thresholds.WORK_USEFUL.missedBy(useful),
                leases.oldestQueuedSeconds() / 60,
                "age of its oldest attempt",
                "F11");
    }

    /** The network may not yet know what it reports as done (F60). */
    private Belief network() {
        Sample.Network network = scene.sample().network();
        if (network == null) {
            return new Belief("network-manager", UNKNOWN, UNKNOWN, false, null, "does not answer", "F60");
        }
        int queued = network.queueLengths().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        boolean late = Thresholds.DELAY_NOTICED.reachedBy(network.delayMinutes());
        return new Belief(
                "network-manager",
                "launched means reachable",
                late ? minutes(network.delayMinutes()) + " late, " + queued + " waiting" : "reachable within a minute",
                late,
                network.delayMinutes(),
                "propagation delay",
                "F60");
    }

    /** It behaves as designed on bad input (F72): late or unreachable looks the same as broken. */
    private Belief healthChecker() {
        Sample.Nlb seen = scene.sample().nlb();
        Scene.Nlb nlb = scene.nlb();
        if (seen == null || nlb == null) {
            return new Belief("health checker", UNKNOWN, UNKNOWN, false, null, "does not answer", "F72");
        }
        Integer down = nlb.reallyDown();
        String zones = seen.zonesWithdrawn().isEmpty() ? "" : ", " + String.join(" ", seen.zonesWithdrawn()) + " out";
        return new Belief(
                "health checker",
                nlb.thoughtUnhealthy() + " of " + nlb.nodes() + " nodes broken" + zones,
                down == null ? UNKNOWN : down + " of " + nlb.nodes() + " really are",
                down != null && Math.abs(nlb.thoughtUnhealthy() - down) >= NODES_APART,
                seen.meanResultAgeSeconds() / 60,
                "mean age of its results",
                "F72");
    }

    /** Customers and their auto scaling try again, because that mostly works. */
    private Belief retries() {
        int waiting = scene.sample().customers().waiting();
        Sample.Canary launch = scene.sample().customers().canaries().get("launch");
        Double share = launch == null ? null : launch.successShare();
        return new Belief(
                "customers, auto scaling",
                "launches to retry: " + waiting,
                share == null ? UNKNOWN : Vitals.percent(share) + " of launches work",
                waiting >= CROWD && share != null && Thresholds.CANARY_RED.missedBy(share),
                null,
                "a refusal, then 30 to 90 min",
                "F13");
    }

    /**
     * The place that they work on, beside the place of the cause; for the first 50 minutes of the night nobody knew
     * (F5).
     */
    private static Belief operators(List<Finding> findings, Hands hands) {
        Optional<Finding> cause = Diagnosis.cause(findings);
        Place at = hands.place();
        boolean covered = at != null && findings.stream().anyMatch(f -> f.role() == Role.CAUSE && f.place() == at);
        String last = at == null ? "nothing done yet" : "last: " + hands.action();
        return new Belief(
                OPERATORS,
                last,
                cause.map(c -> "cause: " + c.place().tag()).orElse("nothing is wrong"),
                cause.isPresent() && !covered,
                cause.isPresent() ? (Double) hands.causeMinutes() : null,
                cause.isPresent() ? "since the cause began" : "nothing to find",
                "F5");
    }

    private static String minutes(double minutes) {
        return String.format(Locale.ROOT, "%.0f min", minutes);
    }
}
