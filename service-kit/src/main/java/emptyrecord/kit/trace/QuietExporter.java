package emptyrecord.kit.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once that spans do not arrive, and once that they do again. What cannot be sent is lost, never waited for. */
final class QuietExporter implements SpanExporter {

    private static final Logger log = LoggerFactory.getLogger(QuietExporter.class);

    private final SpanExporter exporter;
    private volatile boolean failing;

    QuietExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        result.whenComplete(() -> sent(result.isSuccess()));
        return result;
    }

    private void sent(boolean well) {
        if (failing == well) {
            failing = !well;
            if (well) {
                log.atInfo().log("spans arrive again");
            } else {
                log.atWarn().log("nobody takes spans at lab.tracing.endpoint; they are dropped until somebody does");
            }
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
