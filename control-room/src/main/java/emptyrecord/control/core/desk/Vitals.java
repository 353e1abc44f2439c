package emptyrecord.control.core.desk;

import emptyrecord.control.core.sample.Sample;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How each place does by what is seen of itself, whatever its neighbours do. Thresholds are our choice; those of leases,
 * delay and canaries are the judge's and the steady state's.
 */
final class Vitals {

    /** An enactor whose plan is so many generations behind the active one holds a stale plan; clean-up age is 8. */
    static final int STALE_GENERATIONS = 5;

    private static final double LEASES_HELD = .95;
    private static final double LEASES_LOST = .5;
    private static final double DELAY_LATE = 1;
    private static final double DELAY_BAD = 10;

    /** One node of two dozen may be in replacement on any day. */
    private static final double CAPACITY_GOOD = .9;

    /** Two of three zones carry the load; under that, connections fail (F71). */
    private static final double CAPACITY_BAD = .67;

    private static final double CANARY_GREEN = .9;
    private static final double CANARY_RED = .5;

    private Vitals() {}

    /** A place's health by itself, and one clause that says why. */
    record Seen(Health health, String because) {}

    static Seen of(Place place, Scene scene) {
        return switch (place) {
            case PLANNER -> planner(scene);
            case ENACTORS -> EnactorVitals.of(scene);
            case ROUTE53 -> route53(scene);
            case DYNAMODB -> dynamo(scene);
            case DWFM -> dwfm(scene);
            case NETWORK_MANAGER -> network(scene);
            case NLB -> nlb(scene);
            case CUSTOMERS -> customers(scene.sample());
        };
    }

    static Seen silent() {
        return new Seen(Health.FAILING, "does not answer");
    }

    private static boolean gone(Scene scene, String service) {
        return scene.sample().gaps().contains(service);
    }

    /** A planner that stops is harmless: the world freezes (F30). */
    private static Seen planner(Scene scene) {
        if (gone(scene, "dns-planner")) {
            return silent();
        }
        Scene.Planner planner = scene.planner();
        if (planner == null) {
            return unknown();
        }
        return new Seen(Health.WELL, planner.frozen() ? "frozen, which is harmless" : "writes plans");
    }

    private static Seen route53(Scene scene) {
        if (gone(scene, "fake-route53")) {
            return silent();
        }
        return switch (scene.sample().regional().outcome()) {
            case "addresses" -> new Seen(Health.WELL, "the name has addresses");
            case "empty" -> new Seen(Health.FAILING, "the name exists, its answer is empty");
            case "no_such_name" -> new Seen(Health.FAILING, "the name does not exist");
            default -> new Seen(Health.FAILING, "DNS gives no answer");
        };
    }

    private static Seen dynamo(Scene scene) {
        Scene.Dynamo dynamo = scene.dynamo();
        if (gone(scene, "fake-dynamo")) {
            return silent();
        }
        if (dynamo != null && dynamo.healthy() < dynamo.balancers()) {
            return new Seen(
                    dynamo.healthy() == 0 ? Health.FAILING : Health.STRAINED,
                    dynamo.healthy() + " of " + dynamo.balancers() + " load balancers up");
        }
        Sample.Canary canary = scene.sample().customers().canaries().get("dynamodb");
        if (canary != null && canary.failed() > canary.worked()) {
            return new Seen(Health.FAILING, "calls that reach it fail");
        }
        boolean found = scene.sample().regional().answering();
        return new Seen(
                dynamo == null ? Health.UNKNOWN : Health.WELL, found ? "serves" : "serves, but nobody can find it");
    }

    private static Seen dwfm(Scene scene) {
        Sample.Leases leases = scene.sample().leases();
        Scene.Dwfm dwfm = scene.dwfm();
        if (leases == null) {
            return gone(scene, "dwfm") ? silent() : unknown();
        }
        double share = leases.heldShare();
        String held = percent(share) + " of the leases held";
        if (share < LEASES_HELD) {
            return new Seen(share < LEASES_LOST ? Health.FAILING : Health.STRAINED, held);
        }
        return dwfm != null && dwfm.hostsAway() > 0
                ? new Seen(
                        Health.STRAINED,
                        dwfm.hostsAway() + " of " + dwfm.hosts().size() + " hosts away")
                : new Seen(Health.WELL, held);
    }

    private static Seen network(Scene scene) {
        Sample.Network network = scene.sample().network();
        if (network == null) {
            return gone(scene, "network-manager") ? silent() : unknown();
        }
        double delay = network.delayMinutes();
        String late = String.format(Locale.ROOT, "network state %.0f min late", delay);
        if (delay < DELAY_LATE) {
            return new Seen(Health.WELL, "propagates within the minute");
        }
        return new Seen(delay < DELAY_BAD ? Health.STRAINED : Health.FAILING, late);
    }

    private static Seen nlb(Scene scene) {
        Sample.Nlb nlb = scene.sample().nlb();
        if (nlb == null) {
            return gone(scene, "nlb-healthcheck") ? silent() : unknown();
        }
        String capacity = percent(nlb.healthyCapacityShare()) + " of the capacity in DNS";
        if (nlb.healthyCapacityShare() < CAPACITY_BAD) {
            return new Seen(Health.FAILING, capacity);
        }
        if (!nlb.zonesWithdrawn().isEmpty()) {
            return new Seen(Health.STRAINED, "took " + String.join(", ", nlb.zonesWithdrawn()) + " out of DNS");
        }
        return new Seen(nlb.healthyCapacityShare() < CAPACITY_GOOD ? Health.STRAINED : Health.WELL, capacity);
    }

    private static Seen customers(Sample sample) {
        Map<String, Double> shares = new TreeMap<>();
        sample.customers().canaries().forEach((name, canary) -> put(shares, name, canary.successShare()));
        if (shares.isEmpty()) {
            return unknown();
        }
        double worst =
                shares.values().stream().mapToDouble(Double::doubleValue).min().orElse(1);
        if (worst >= CANARY_GREEN) {
            return new Seen(Health.WELL, "everything they call works");
        }
        String failing = shares.entrySet().stream()
                .filter(e -> e.getValue() < CANARY_GREEN)
                .map(e -> e.getKey() + " " + percent(e.getValue()))
                .collect(Collectors.joining(", "));
        return new Seen(worst < CANARY_RED ? Health.FAILING : Health.STRAINED, failing);
    }

    private static void put(Map<String, Double> shares, String name, @Nullable Double share) {
        if (share != null) {
            shares.put(name, share);
        }
    }

    static Seen unknown() {
        return new Seen(Health.UNKNOWN, "not seen yet");
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
