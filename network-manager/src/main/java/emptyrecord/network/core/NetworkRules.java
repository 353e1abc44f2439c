package emptyrecord.network.core;

import java.time.Duration;
import java.util.List;

/**
 * How the Network Manager works.
 *
 * @param zones one queue each
 * @param workersPerZone pushers of each queue
 * @param admission of launches
 * @param readiness of launched instances
 * @param forgetAfter how long an ended instance is remembered after every zone knows, incident time
 */
public record NetworkRules(
        List<ZoneRules> zones,
        int workersPerZone,
        Guarded<Admission> admission,
        Guarded<Readiness> readiness,
        Duration forgetAfter) {}
