package emptyrecord.control.page.core;

import static emptyrecord.control.page.core.Vitals.percent;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.watch.core.Scene;
import java.util.Optional;
import java.util.Set;

/** Route 53 and DynamoDB: whether the name is answered, and whether its target serves. */
final class NameVitals {

    /** An accepted change reaches DNS within a minute; this is out of the ordinary. */
    private static final double BEHIND_MINUTES = 5;

    private NameVitals() {}

    /** The content of the name's answer is the enactors' work; a missing answer is Route 53's own fault. */
    static Seen route53(Scene scene) {
        if (Vitals.gone(scene, "fake-route53")) {
            return Seen.silent();
        }
        return switch (scene.sample().regional().outcome()) {
            case "addresses" -> withAddresses(scene);
            case "empty" -> new Seen(Health.FAILING, "the name exists, its answer is empty", Set.of(Place.ENACTORS));
            case "no_such_name" -> new Seen(Health.FAILING, "the name does not exist", Set.of(Place.ENACTORS));
            default -> new Seen(Health.FAILING, "DNS gives no answer");
        };
    }

    private static Seen withAddresses(Scene scene) {
        Optional<Calls> unresolved = Callers.unresolved(scene);
        if (unresolved.isPresent()) {
            return unresolved(unresolved.get());
        }
        Scene.Zone zone = scene.zone();
        return zone != null && zone.behindMinutes() >= BEHIND_MINUTES
                ? new Seen(
                        Health.STRAINED,
                        "for " + Math.round(zone.behindMinutes()) + " min DNS has been behind what was accepted")
                : new Seen(Health.WELL, "the name has addresses");
    }

    private static Seen unresolved(Calls calls) {
        String share = percent(calls.unresolvedShare()) + " of the look-ups";
        return "server_dead".equals(calls.unresolved())
                ? new Seen(Health.STRAINED, "gives no answer to " + share)
                : new Seen(Health.STRAINED, "has addresses, but resolvers still hold the empty answer: " + share);
    }

    static Seen dynamo(Scene scene) {
        if (Vitals.gone(scene, "fake-dynamo")) {
            return Seen.silent();
        }
        Scene.Dynamo dynamo = scene.dynamo();
        if (dynamo != null && dynamo.healthy() < dynamo.balancers()) {
            return new Seen(
                    dynamo.healthy() == 0 ? Health.FAILING : Health.STRAINED,
                    dynamo.healthy() + " of " + dynamo.balancers() + " load balancers up");
        }
        boolean found = scene.sample().regional().answering();
        return Callers.ofDynamo(scene)
                .orElseGet(() -> new Seen(
                        dynamo == null ? Health.UNKNOWN : Health.WELL,
                        found ? "serves" : "serves, but nobody can find it"));
    }
}
