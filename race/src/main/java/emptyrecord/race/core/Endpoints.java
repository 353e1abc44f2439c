package emptyrecord.race.core;

import emptyrecord.planner.core.Planner;
import java.util.List;

/** The endpoints that are simulated, in walking order (F32); zones and ids are those of the services' settings. */
public enum Endpoints {
    /** The night's endpoint alone: the one that a schedule, a search and the model use. */
    REGIONAL_ONLY(List.of(zone("regional", "Z01REGIONAL", Endpoints.REGIONAL))),
    /** All four, as the services run. */
    ALL(List.of(
            zone("account", "Z04ACCOUNT", "123456789012.ddb.us-east-1.amazonaws.test"),
            zone("fips", "Z03FIPS", "dynamodb-fips.us-east-1.amazonaws.test"),
            new Zone(new Planner.EndpointName("dual-stack", "dynamodb.us-east-1.api.aws.test", true), "Z02DUALSTACK"),
            zone("regional", "Z01REGIONAL", Endpoints.REGIONAL)));

    /** The regional name. */
    public static final String REGIONAL = "dynamodb.us-east-1.amazonaws.test";

    private final List<Zone> zones;

    Endpoints(List<Zone> zones) {
        this.zones = zones;
    }

    record Zone(Planner.EndpointName endpoint, String id) {}

    private static Zone zone(String name, String id, String zone) {
        return new Zone(new Planner.EndpointName(name, zone, false), id);
    }

    List<Zone> zones() {
        return zones;
    }

    /** The same values as the planner's settings. */
    public List<Planner.EndpointName> names() {
        return zones.stream().map(Zone::endpoint).toList();
    }
}
