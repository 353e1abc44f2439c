package emptyrecord.network.core;

import emptyrecord.kit.kernel.Remedy;
import java.time.Duration;
import java.util.List;

/**
 * The rules of the Network Manager.
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
        Remedy<Admission> admission,
        Remedy<Readiness> readiness,
        Duration forgetAfter) {}
