package emptyrecord.control.page.core;

import static emptyrecord.control.page.core.Vitals.percent;

import emptyrecord.control.watch.core.Scene;
import emptyrecord.night.catalogue.Thresholds;
import emptyrecord.night.sample.Sample;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The load balancer, and the customers at the end of everything. */
final class EdgeVitals {

    private EdgeVitals() {}

    static Seen nlb(Scene scene) {
        Sample.Nlb nlb = scene.sample().nlb();
        if (nlb == null) {
            return Vitals.gone(scene, "nlb-healthcheck") ? Seen.silent() : Seen.unknown();
        }
        String capacity = percent(nlb.healthyCapacityShare()) + " of the capacity in DNS";
        if (Thresholds.CAPACITY_ENOUGH.missedBy(nlb.healthyCapacityShare())) {
            return new Seen(Health.FAILING, capacity, Set.of(Place.NETWORK_MANAGER));
        }
        if (!nlb.zonesWithdrawn().isEmpty()) {
            return strained("took " + String.join(", ", nlb.zonesWithdrawn()) + " out of DNS");
        }
        if (Thresholds.CAPACITY_GOOD.missedBy(nlb.healthyCapacityShare())) {
            return strained(capacity);
        }
        return Callers.ofConnections(scene)
                .map(c -> new Seen(c.health(), c.because(), Set.of(Place.NETWORK_MANAGER)))
                .orElseGet(() -> Thresholds.RESULTS_LATE.exceededBy(nlb.meanResultAgeSeconds())
                        ? strained("its results are " + Math.round(nlb.meanResultAgeSeconds()) + " s old")
                        : new Seen(Health.WELL, capacity));
    }

    private static Seen strained(String because) {
        return new Seen(Health.STRAINED, because, Set.of(Place.NETWORK_MANAGER));
    }

    static Seen customers(Scene scene) {
        Map<String, Double> shares = new TreeMap<>();
        scene.sample().customers().canaries().forEach((name, canary) -> {
            Double share = canary.successShare();
            if (share != null) {
                shares.put(name, share);
            }
        });
        if (shares.isEmpty()) {
            return Seen.unknown();
        }
        Map<String, Double> failing = new TreeMap<>(shares);
        failing.values().removeIf(Thresholds.CANARY_GREEN::reachedBy);
        if (failing.isEmpty()) {
            return new Seen(Health.WELL, "everything they call works");
        }
        boolean grave = failing.values().stream().anyMatch(Thresholds.CANARY_RED::missedBy);
        String words = failing.entrySet().stream()
                .map(e -> e.getKey() + " " + percent(e.getValue()))
                .collect(Collectors.joining(", "));
        return new Seen(grave ? Health.FAILING : Health.STRAINED, words, called(failing.keySet()));
    }

    /** The place that the failing canaries call, by what name. */
    private static Set<Place> called(Set<String> canaries) {
        Set<Place> called = EnumSet.noneOf(Place.class);
        for (String canary : canaries) {
            called.addAll(
                    switch (canary) {
                        case "launch" -> List.of(Place.DWFM);
                        case "connection" -> List.of(Place.ROUTE53, Place.NLB);
                        default -> List.of(Place.ROUTE53, Place.DYNAMODB);
                    });
        }
        return called;
    }
}
