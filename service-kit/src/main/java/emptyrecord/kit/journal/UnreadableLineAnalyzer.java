package emptyrecord.kit.journal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a file that cannot be read, in two sentences at the start. */
final class UnreadableLineAnalyzer extends AbstractFailureAnalyzer<UnreadableLineException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableLineException cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
