package emptyrecord.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** One sentence when it begins, one when it is over. */
class KeepingUpTest {

    private final KeepingUp machine = new KeepingUp(30);

    private static KeepingUp.Look look(double lateSeconds, double speed) {
        return new KeepingUp.Look(lateSeconds, speed, OptionalDouble.of(1.0));
    }

    @Test
    void aMachineInTimeIsNotSpokenOf() {
        assertThat(machine.see(look(.01, 180))).isEmpty();
        assertThat(machine.see(look(30.0 / 180, 180))).isEmpty();
    }

    @Test
    void aStallIsSaidOnceWithASpeedThatWillDoAndItsEndOnce() {
        assertThat(machine.see(look(4.2, 180)))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("4.2 s late, 756 incident seconds")
                        .contains("too busy for speed 180", "60 works"));
        assertThat(machine.see(look(2, 180))).isEmpty();
        assertThat(machine.see(look(.01, 180))).contains("the machine keeps up again");
        assertThat(machine.see(look(.01, 180))).isEmpty();
    }

    @Test
    void theSameLatenessIsNoStallAtASlowerSpeed() {
        assertThat(machine.see(look(.4, 60))).isEmpty();
        assertThat(machine.see(look(.4, 120))).isPresent();
    }

    @Test
    void withoutKnowledgeOfTheCpuOrWithEnoughOfItNoSpeedIsProposed() {
        assertThat(machine.see(new KeepingUp.Look(1, 60, OptionalDouble.empty())))
                .hasValueSatisfying(said -> assertThat(said).doesNotContain("works"));
        machine.see(look(0, 60));
        assertThat(machine.see(new KeepingUp.Look(1, 60, OptionalDouble.of(2))))
                .hasValueSatisfying(said -> assertThat(said).doesNotContain("works"));
    }
}
