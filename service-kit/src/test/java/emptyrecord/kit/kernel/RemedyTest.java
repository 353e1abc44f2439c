package emptyrecord.kit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.switchboard.Guard;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class RemedyTest {

    private final Guard guard = new Guard("lab.bound", "At most three");
    private final Remedy<IntPredicate> bound = new Remedy<>(guard, length -> true, length -> length < 3);

    @Test
    void guardThatIsOffIsTheNightAndCountsNothing() {
        assertThat(bound.<Boolean>ask(b -> b.test(5))).isTrue();
        bound.acted();
        assertThat(bound.current()).isSameAs(bound.night());
        assertThat(guard.timesActed()).isZero();
    }

    @Test
    void guardThatIsOnCountsOnlyWhatItChanged() {
        guard.set(true);
        assertThat(bound.<Boolean>ask(b -> b.test(2))).isTrue();
        assertThat(guard.timesActed()).isZero();
        assertThat(bound.<Boolean>ask(b -> b.test(5))).isFalse();
        assertThat(guard.timesActed()).isEqualTo(1);
        assertThat(bound.current()).isSameAs(bound.remedy());
        bound.acted();
        assertThat(guard.timesActed()).isEqualTo(2);
    }

    @Test
    void guardMayBeSwitchedAtAnyTime() {
        guard.set(true);
        guard.set(false);
        assertThat(bound.on()).isFalse();
        assertThat(bound.<Boolean>ask(b -> b.test(5))).isTrue();
    }
}
