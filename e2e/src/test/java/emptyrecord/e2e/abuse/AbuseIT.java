package emptyrecord.e2e.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.e2e.LabRun;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No request ends a service, and other clients are served meanwhile: each input once, against the shipped heaps. */
class AbuseIT {

    private static List<Outcome> outcomes = List.of();
    private static String lastWords = "";

    @BeforeAll
    static void abuse() {
        LabRun.up("60");
        outcomes = new Abuse(LabRun.NETWORK).run(Dose.SHORT, "", outcome -> System.out.println(outcome.row()));
        lastWords = outcomes.stream()
                .filter(o -> !o.alive())
                .map(o -> o.input().service())
                .distinct()
                .map(LabRun::logEnd)
                .collect(Collectors.joining("\n"));
    }

    @AfterAll
    static void stop() {
        LabRun.down();
    }

    @Test
    void noInputEndsAService() {
        assertThat(outcomes).hasSizeGreaterThan(90);
        assertThat(outcomes)
                .as(lastWords)
                .filteredOn(o -> !o.alive())
                .extracting(Outcome::row)
                .isEmpty();
    }

    @Test
    void othersAreServedMeanwhile() {
        int asked = outcomes.stream().mapToInt(o -> o.others().asked()).sum();
        List<String> failures =
                outcomes.stream().flatMap(o -> o.others().failures().stream()).toList();
        assertThat(asked).isGreaterThan(100);
        assertThat(failures).as("of %d requests of others", asked).isEmpty();
    }

    @Test
    void whatIsTooMuchIsRefusedInTheWordsOfTheProtocol() {
        assertThat(outcomes)
                .filteredOn(o -> o.input().name().startsWith("30 MB"))
                .allSatisfy(o -> assertThat(o.got()).startsWith("413"));
        assertThat(outcomes)
                .filteredOn(o -> o.input().name().equals("a header of 1 MB"))
                .allSatisfy(o -> assertThat(o.got()).startsWith("431"));
        assertThat(outcomes)
                .filteredOn(o -> o.input().name().equals("a broken chunk"))
                .allSatisfy(o -> assertThat(o.got()).startsWith("400"));
    }
}
