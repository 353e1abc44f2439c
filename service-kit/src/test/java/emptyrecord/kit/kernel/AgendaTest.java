package emptyrecord.kit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final Agenda agenda = new Agenda(START, 3);
    private final List<String> ran = new ArrayList<>();

    @Test
    void entriesRunInOrderOfTimeThenOfEntry() {
        agenda.at(after(2), due -> ran.add("second"));
        agenda.at(after(1), due -> ran.add("first"));
        agenda.at(after(2), due -> ran.add("third"));

        agenda.advance(after(1));
        assertThat(ran).containsExactly("first");
        assertThat(agenda.nextDue()).contains(after(2));
        agenda.advance(after(9));
        assertThat(ran).containsExactly("first", "second", "third");
        assertThat(agenda.nextDue()).isEmpty();
    }

    @Test
    void lateLookDoesNotShiftALoop() {
        agenda.every(Duration.ofSeconds(10), () -> ran.add("at " + seconds()));

        agenda.advance(after(35));

        assertThat(ran).containsExactly("at 10", "at 20", "at 30");
        assertThat(agenda.instant()).isEqualTo(after(35));
        assertThat(agenda.nextDue()).contains(after(40));
    }

    @Test
    void entryOfThePastIsToldItsOwnTimeAndTurnsNothingBack() {
        agenda.advance(after(20));
        agenda.at(after(5), due -> ran.add("due " + Duration.between(START, due).toSeconds() + " at " + seconds()));

        agenda.advance(after(10));

        assertThat(ran).containsExactly("due 5 at 20");
        assertThat(agenda.instant()).isEqualTo(after(20));
    }

    @Test
    void workThatIsEnteredMeanwhileRunsInTheSameAdvance() {
        agenda.after(
                Duration.ofSeconds(1), () -> agenda.after(Duration.ofSeconds(1), () -> ran.add("at " + seconds())));

        agenda.advance(after(3));

        assertThat(ran).containsExactly("at 2");
    }

    @Test
    void fullAgendaRefusesOffersOnly() {
        for (int i = 0; i < 3; i++) {
            assertThat(agenda.offer(after(1), due -> ran.add("offered"))).isTrue();
        }
        assertThat(agenda.offer(after(1), due -> ran.add("too many"))).isFalse();
        agenda.at(after(1), due -> ran.add("own"));
        assertThat(agenda.size()).isEqualTo(4);

        agenda.advance(after(1));
        assertThat(ran).containsExactly("offered", "offered", "offered", "own");
        agenda.after(Duration.ofSeconds(1), () -> ran.add("cleared"));
        agenda.clear();
        agenda.advance(after(9));
        assertThat(ran).doesNotContain("cleared", "too many");
    }

    private long seconds() {
        return Duration.between(START, agenda.instant()).toSeconds();
    }

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }
}
