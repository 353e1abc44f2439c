package emptyrecord.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.jni.NativeLibrary;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Helm's library for this machine. helm-java 0.0.21 has it for Linux and Windows on amd64 and for macOS, and not for Linux
 * on arm64. There, tests of the chart are skipped; the library would look for a jar on the internet otherwise.
 */
final class NativeHelm {

    private static final Optional<String> MISSING = missing(
            NativeLibrary.serviceProviderLibrary(NativeHelm.class.getClassLoader()) != null,
            () -> Helm.version().call());

    private NativeHelm() {}

    static Helm of(Path chart) {
        assume(MISSING);
        return new Helm(chart);
    }

    /** Skips the test where the library is missing. For tests that expect a refusal: they would take the skip for one. */
    static void assumeThere() {
        assume(MISSING);
    }

    /** @param missing the sentence that a skipped test shows */
    static void assume(Optional<String> missing) {
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    /**
     * @param offered whether the class path has a library for this operating system and processor
     * @param load loads it
     * @return why there is none
     */
    static Optional<String> missing(boolean offered, Runnable load) {
        if (!offered) {
            return Optional.of(sentence("helm-java offers none for them"));
        }
        try {
            load.run();
            return Optional.empty();
        } catch (LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(sentence(cause.toString()));
        }
    }

    private static String sentence(String cause) {
        return "the chart is not checked: Helm's native library does not load on %s %s (%s)"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), cause);
    }
}
