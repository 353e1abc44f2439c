package emptyrecord.control.drill.core;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Which alarms a firing root cause silences: the table of docs/observability.md. Without it everything pages, as it did that
 * night (F5).
 */
final class Inhibition {

    private static final Map<String, Set<String>> SILENCES = Map.of(
            "RegionalRecordEmpty",
                    Set.of(
                            "StalePlanActive",
                            "EnactorStuck",
                            "LeasesLost",
                            "LeaseGoodputCollapsed",
                            "DwfmQueueBeyondDeadline",
                            "CanaryBurnsFast:dynamodb",
                            "CanaryBurnsFast:internal-tool",
                            "CanaryBurnsFast:launch"),
            "LeaseGoodputCollapsed", Set.of("LeasesLost", "DwfmQueueBeyondDeadline", "CanaryBurnsFast:launch"),
            "NetworkStateLate",
                    Set.of(
                            "NlbResultsLate",
                            "NlbZoneWithdrawn",
                            "NlbCapacityBelowDemand",
                            "CanaryBurnsFast:connection"),
            "NlbZoneWithdrawn", Set.of("NlbResultsLate", "NlbCapacityBelowDemand", "CanaryBurnsFast:connection"));

    private Inhibition() {}

    static boolean silenced(Alarm alarm, Collection<Alarm> firing) {
        return firing.stream().anyMatch(f -> {
            Set<String> silenced = SILENCES.getOrDefault(f.name(), Set.of());
            return silenced.contains(alarm.name()) || silenced.contains(alarm.id());
        });
    }
}
