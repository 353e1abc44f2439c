package emptyrecord.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A machine without Helm's library skips the chart's tests and says why; other failures stay failures. */
class NativeHelmTest {

    private static final String MACHINE = System.getProperty("os.name") + " " + System.getProperty("os.arch");

    @Test
    void aMachineForWhichThereIsNoLibraryIsNamed() {
        assertThat(NativeHelm.missing(false, () -> {}))
                .hasValueSatisfying(why -> assertThat(why).contains(MACHINE).contains("helm-java offers none"));
    }

    @Test
    void aLibraryThatDoesNotLoadIsTheCause() {
        Optional<String> missing = NativeHelm.missing(true, () -> {
            throw new ExceptionInInitializerError(new UnsatisfiedLinkError("helm-linux-amd64.so: no such libc"));
        });

        assertThat(missing).hasValueSatisfying(why -> assertThat(why).contains("no such libc"));
        assertThatThrownBy(() -> NativeHelm.assume(missing))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no such libc");
    }

    @Test
    void anotherFailureIsNoReasonToSkip() {
        assertThat(NativeHelm.missing(true, () -> {})).isEmpty();
        assertThatThrownBy(() -> NativeHelm.missing(true, () -> {
                    throw new IllegalStateException("a fault of the chart");
                }))
                .hasMessage("a fault of the chart");
    }
}
