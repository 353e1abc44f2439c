package emptyrecord.control.page.core;

import static emptyrecord.control.page.core.Vitals.percent;

import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Droplets, DWFM and Network Manager: whether droplets answer, have leases, launches are accepted, and the network learns
 * of them in time.
 */
final class FleetVitals {

    /** Our choice. Above it a DWFM host has too little time for its state checks, and leases run out (F50). */
    private static final double CHECKS_SLOW = 1.5;

    private FleetVitals() {}

    static Seen droplets(Scene scene) {
        Scene.Droplets droplets = scene.droplets();
        if (droplets == null) {
            return Vitals.gone(scene, "droplets") ? Seen.silent() : Seen.unknown();
        }
        Double slowdown = droplets.checkSlowdown();
        return slowdown != null && slowdown > CHECKS_SLOW
                ? new Seen(
                        Health.STRAINED,
                        String.format(Locale.ROOT, "state checks take %.1f times as long as usual", slowdown))
                : new Seen(Health.WELL, "they answer state checks");
    }

    static Seen dwfm(Scene scene) {
        Sample.Leases leases = scene.sample().leases();
        if (leases == null) {
            return Vitals.gone(scene, "dwfm") ? Seen.silent() : Seen.unknown();
        }
        Optional<Seen> refuses = Callers.ofLaunches(scene);
        if (Thresholds.LEASES_HELD.missedBy(leases.heldShare())) {
            return withoutLeases(scene, leases);
        }
        Scene.Dwfm dwfm = scene.dwfm();
        if (dwfm != null && dwfm.hostsAway() > 0) {
            return new Seen(
                    Health.STRAINED, dwfm.hostsAway() + " of " + dwfm.hosts().size() + " hosts away");
        }
        return refuses.map(r -> new Seen(r.health(), r.because() + limit(scene), refusalsOf(scene)))
                .orElseGet(() -> new Seen(Health.WELL, percent(leases.heldShare()) + " of the leases held"));
    }

    private static Seen withoutLeases(Scene scene, Sample.Leases leases) {
        double share = leases.heldShare();
        Health health = Thresholds.LEASES_HALF.missedBy(share) ? Health.FAILING : Health.STRAINED;
        String held = percent(share) + " of the leases held";
        Set<Place> blames = needed(scene);
        if (neverMade(scene, leases)) {
            return new Seen(health, "makes its first leases: " + held, blames);
        }
        return new Seen(health, keepsItselfDown(scene, leases) ? held + "; " + vain(leases) : held, blames);
    }

    /** More leases are missing than were lost since the process started: the rest has never been made. */
    private static boolean neverMade(Scene scene, Sample.Leases leases) {
        Scene.Dwfm dwfm = scene.dwfm();
        return dwfm != null && dwfm.leasesLost() < leases.droplets() - leases.held();
    }

    /** Metastable (F11): its dependencies are there, and most of its work is for attempts that have expired. */
    private static boolean keepsItselfDown(Scene scene, Sample.Leases leases) {
        return needed(scene).stream()
                        .noneMatch(p -> Vitals.of(p, scene).health().ill())
                && Thresholds.WORK_USEFUL.missedBy(usefulShare(leases));
    }

    private static String vain(Sample.Leases leases) {
        return "its queue keeps it down: " + percent(usefulShare(leases)) + " of its work makes a lease";
    }

    static double usefulShare(Sample.Leases leases) {
        Double attempts = leases.attemptsPerMinute();
        Double made = leases.leasesPerMinute();
        return attempts == null || made == null || Thresholds.WORK_COUNTED.missedBy(attempts)
                ? 1
                : Math.min(1, made / attempts);
    }

    /**
     * The dependencies of a lease: the name, while it or a look-up fails, DynamoDB, and the droplet. A delay of DNS
     * hinders no lease.
     */
    private static Set<Place> needed(Scene scene) {
        Set<Place> needed = EnumSet.of(Place.DYNAMODB, Place.DROPLETS);
        if (!scene.sample().regional().answering() || Callers.unresolved(scene).isPresent()) {
            needed.add(Place.ROUTE53);
        }
        return needed;
    }

    /**
     * A limit protects the Network Manager, whoever set it; any other refusal is for lack of a lease's dependencies.
     */
    private static Set<Place> refusalsOf(Scene scene) {
        Set<Place> all = needed(scene);
        if (limited(scene)) {
            all.add(Place.NETWORK_MANAGER);
        }
        return all;
    }

    private static String limit(Scene scene) {
        return limited(scene) ? ": the rest is over the limit" : "";
    }

    private static boolean limited(Scene scene) {
        return Optional.ofNullable(scene.calls().get("launch"))
                .filter(c -> Callers.isLimit(c.refusal()))
                .isPresent();
    }

    static Seen network(Scene scene) {
        Sample.Network network = scene.sample().network();
        if (network == null) {
            return Vitals.gone(scene, "network-manager") ? Seen.silent() : Seen.unknown();
        }
        double delay = network.delayMinutes();
        if (Thresholds.DELAY_NOTICED.missedBy(delay)) {
            return new Seen(Health.WELL, "propagates within the minute");
        }
        return new Seen(
                Thresholds.DELAY_LATE.missedBy(delay) ? Health.STRAINED : Health.FAILING,
                String.format(Locale.ROOT, "network state %.0f min late", delay),
                floods(scene) ? Set.of(Place.DWFM) : Set.of());
    }

    /** While leases return, launches come in a flood that DWFM causes. */
    private static boolean floods(Scene scene) {
        Sample.Leases leases = scene.sample().leases();
        return leases != null && Thresholds.LEASES_HELD.missedBy(leases.heldShare());
    }
}
