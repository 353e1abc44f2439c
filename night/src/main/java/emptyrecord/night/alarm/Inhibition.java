package emptyrecord.night.alarm;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The alarms that a firing root cause silences: the rules of {@code prometheus/alertmanager.yml}, line by line. A test
 * reads that file and fails when they differ. Without them everything pages, as it did that night (F5).
 */
final class Inhibition {

    /**
     * A rule.
     *
     * @param source names of the alarms that silence, as a pattern
     * @param target names of the alarms that are silenced, as a pattern
     * @param canary canaries that the silenced alarm is about, as a pattern; empty for any
     * @param equal the label in which both must agree; empty for none
     */
    record Rule(String source, String target, String canary, String equal) {

        private boolean silences(Alarm cause, Alarm alarm) {
            return cause.name().matches(source)
                    && alarm.name().matches(target)
                    && (canary.isEmpty() || alarm.subject().matches(canary))
                    && (equal.isEmpty() || cause.subject().equals(alarm.subject()));
        }
    }

    private static final String CANARIES = "CanaryBurns.+";

    static final List<Rule> RULES = List.of(
            new Rule(
                    "RegionalRecordEmpty",
                    "StalePlanActive|EnactorStuck|ClientsGetEmptyAnswers|LeasesLost|LeaseGoodputCollapsed"
                            + "|DwfmQueueBeyondDeadline|LaunchErrors",
                    "",
                    ""),
            new Rule("RegionalRecordEmpty", CANARIES, "dynamodb|internal-tool|launch", ""),
            new Rule("LeaseGoodputCollapsed", "LeasesLost|DwfmQueueBeyondDeadline|LaunchErrors", "", ""),
            new Rule("LeaseGoodputCollapsed", CANARIES, "launch", ""),
            new Rule("NetworkStateLate", "NlbFlapping|NlbResultsLate|NlbZoneWithdrawn|NlbCapacityBelowDemand", "", ""),
            new Rule("NetworkStateLate|NlbZoneWithdrawn", CANARIES, "connection", ""),
            new Rule("NlbZoneWithdrawn", "NlbFlapping|NlbResultsLate|NlbCapacityBelowDemand", "", ""),
            new Rule("CanaryBurnsFast", "CanaryBurnsSlowly", "", "canary"),
            new Rule("ServiceDown", "EnactorLosesLock|EnactorStuck|ClientsGetEmptyAnswers", "", "service"));

    private Inhibition() {}

    /** The alarms that no other one silences. */
    static Set<Alarm> loud(Collection<Alarm> firing) {
        Set<Alarm> loud = new LinkedHashSet<>(firing);
        loud.removeIf(alarm ->
                firing.stream().anyMatch(cause -> RULES.stream().anyMatch(rule -> rule.silences(cause, alarm))));
        return loud;
    }
}
