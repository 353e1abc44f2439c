package emptyrecord.control.page.core;

import emptyrecord.control.watch.core.Scene;

/**
 * The state of each place, from its own reports and its callers' experience, and the places that would explain it. It
 * reads the same thresholds as the judge, the steady state and the alarms.
 */
final class Vitals {

    private Vitals() {}

    static Seen of(Place place, Scene scene) {
        return switch (place) {
            case PLANNER -> AutomationVitals.planner(scene);
            case ENACTORS -> AutomationVitals.enactors(scene);
            case ROUTE53 -> NameVitals.route53(scene);
            case DYNAMODB -> NameVitals.dynamo(scene);
            case DROPLETS -> FleetVitals.droplets(scene);
            case DWFM -> FleetVitals.dwfm(scene);
            case NETWORK_MANAGER -> FleetVitals.network(scene);
            case NLB -> EdgeVitals.nlb(scene);
            case CUSTOMERS -> EdgeVitals.customers(scene);
        };
    }

    static boolean gone(Scene scene, String service) {
        return scene.sample().gaps().contains(service);
    }

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
