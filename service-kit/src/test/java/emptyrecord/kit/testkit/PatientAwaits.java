package emptyrecord.kit.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives every wait for a condition a minute instead of Awaitility's ten seconds: a wait ends when its condition holds, and a
 * busy machine must not look like a defect. JUnit finds it by itself (META-INF/services) in every module.
 */
public final class PatientAwaits implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }
}
