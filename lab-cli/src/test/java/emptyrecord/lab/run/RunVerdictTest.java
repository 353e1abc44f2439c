package emptyrecord.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.api.run.Milestone;
import emptyrecord.api.run.Milestone.Verdict;
import emptyrecord.api.run.Sight;
import emptyrecord.night.judge.Report;
import emptyrecord.night.judge.RunSettings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RunVerdictTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static Report report(String outcome, double until, List<Milestone> milestones) throws Exception {
        boolean allMet = milestones.stream().allMatch(m -> m.verdict() == Milestone.Verdict.MET);
        RunSettings settings = JSON.readValue(
                "{\"id\":\"x\",\"guards\":[],\"night\":{\"untilMinutes\":" + until + "}}", RunSettings.class);
        Object[] values = Arrays.stream(Report.class.getRecordComponents())
                .map(c -> value(c, settings, outcome, allMet, milestones))
                .toArray();
        Class<?>[] types = Arrays.stream(Report.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return Report.class.getDeclaredConstructor(types).newInstance(values);
    }

    /** Parts that the verdict does not use are empty, so new parts of a report do not matter here. */
    private static @Nullable Object value(
            RecordComponent c, RunSettings settings, String outcome, boolean allMet, List<Milestone> milestones) {
        return switch (c.getName()) {
            case "settings" -> settings;
            case "outcome" -> outcome;
            case "allMet" -> allMet;
            case "milestones" -> milestones;
            default ->
                c.getType() == List.class
                        ? List.of()
                        : c.getType() == int.class ? 0 : c.getType() == String.class ? "" : null;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "PLAYED,      872, 18, 0, 0, 0",
        "PLAYED,      872, 17, 1, 0, 1",
        "PLAYED,      872, 17, 0, 1, 1",
        "PLAYED,      311, 11, 0, 7, 5",
        "ABORTED,     872, 11, 0, 7, 5",
        "ABORTED,     872, 10, 1, 7, 1",
        "UNFINISHED,  872,  0, 0, 18, 5",
        "NEVER_EMPTY, 872,  0, 0, 18, 3",
        "FAILED,      872,  0, 0, 18, 4"
    })
    void theStatusIsOneForAllCommands(String outcome, double until, int met, int missed, int rest, int status)
            throws Exception {
        Report report = report(outcome, until, TestRuns.milestones(met, missed, rest));
        assertThat(RunVerdict.ofReplay(report, Optional.of(311.0)).status()).isEqualTo(status);
    }

    @Test
    void aNightSaysHowManyMilestonesNobodyPutThere() throws Exception {
        List<Milestone> milestones = List.of(
                milestone(Verdict.MET, Milestone.Basis.FITTED),
                milestone(Verdict.MET, Milestone.Basis.EMERGENT),
                milestone(Verdict.MET, Milestone.Basis.EMERGENT),
                milestone(Verdict.MISSED, Milestone.Basis.GIVEN));
        assertThat(RunVerdict.ofReplay(report("PLAYED", 872, milestones), Optional.of(872.0))
                        .lines())
                .containsExactly("played to T+872; 3 of 4 milestones due by then reached (2 emergent, 1 fitted)");
    }

    private static Milestone milestone(Verdict verdict, Milestone.Basis basis) {
        return new Milestone("m", "A milestone", "F1", "T+1", "what", null, 0, 1, verdict, "", basis, "a mechanism");
    }

    @Test
    void halfANightSaysHowFarItCameAndWhatWasDue() throws Exception {
        Report report = report("ABORTED", 872, TestRuns.milestones(10, 1, 7));
        assertThat(RunVerdict.ofReplay(report, Optional.of(311.2)).lines())
                .contains("played to T+311; 10 of 11 milestones due by then reached; the other 7 were not due");
        assertThat(RunVerdict.ofReplay(report, Optional.empty()).lines())
                .contains("the run ended before the record became empty, so no milestone was due");
    }

    @ParameterizedTest
    @CsvSource({"SEEN, 0", "NOT_SEEN, 1", "NOT_STEADY_AFTER, 1", "ABORTED, 5", "NOT_STEADY_BEFORE, 4", "FAILED, 4"})
    void aScenarioHasItsOwnVerdict(String outcome, int status) {
        var verdict = new emptyrecord.api.run.Verdict(
                "az-lost",
                "A zone is lost",
                emptyrecord.api.run.Verdict.Outcome.valueOf(outcome),
                "",
                List.of(new Sight("a", true, "b")),
                List.of());
        assertThat(RunVerdict.ofScenario(verdict).status()).isEqualTo(status);
        assertThat(RunVerdict.ofScenario(verdict).lines()).contains("  \u2713 a: b", "az-lost: " + outcome);
    }
}
