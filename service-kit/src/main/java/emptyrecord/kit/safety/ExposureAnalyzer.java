package emptyrecord.kit.safety;

import emptyrecord.kit.safety.Exposure.ExposedException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a refused exposure in two sentences at the start. */
final class ExposureAnalyzer extends AbstractFailureAnalyzer<ExposedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ExposedException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set server.address to 127.0.0.1, or set a facilitator's token (LAB_TOKEN), or, where the network belongs to"
                        + " the region alone as in docker-compose.yml, set lab.own-network=true (LAB_OWNNETWORK)",
                cause);
    }
}
