package emptyrecord.lab.traces;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab traces}: shows the spans of a region that was started with {@code --tracing}, until it is interrupted. */
@Command(
        name = "traces",
        mixinStandardHelpOptions = true,
        description = "Starts Zipkin from its jar and takes the services' spans, until Ctrl-C.")
public final class TracesCommand implements Callable<Integer> {

    private static final Duration START = Duration.ofSeconds(90);

    @Option(names = "--zipkin", paramLabel = "JAR", description = "Zipkin's slim jar (default: Maven's copy).")
    private @Nullable Path jar;

    @Option(names = "--port", paramLabel = "N", defaultValue = "9411", description = "Zipkin's port (default 9411).")
    private int port;

    @Option(
            names = "--otlp-port",
            paramLabel = "N",
            defaultValue = "4318",
            description = "Port that takes the spans (default 4318, OTLP's own).")
    private int otlpPort;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path log = Files.createTempFile("zipkin", ".log");
        Path chosen = jar == null ? ZipkinProcess.jarOfMaven() : jar;
        try (ZipkinProcess zipkin = ZipkinProcess.start(chosen, port, log)) {
            Thread end = new Thread(zipkin::close, "zipkin-end");
            Runtime.getRuntime().addShutdownHook(end);
            awaitHealthy(zipkin, log);
            try (OtlpReceiver receiver = new OtlpReceiver(otlpPort, zipkin.url())) {
                out.println("Zipkin: " + zipkin.url() + "/zipkin/   spans go to http://127.0.0.1:" + receiver.port()
                        + "/v1/traces   Ctrl-C ends it");
                out.flush();
                while (zipkin.isAlive()) {
                    Waiting.pause(Duration.ofSeconds(1));
                }
            }
        }
        throw new LabException("Zipkin has ended; its log: " + log);
    }

    private static void awaitHealthy(ZipkinProcess zipkin, Path log) {
        Waiting waiting = new Waiting(START);
        while (!zipkin.isHealthy()) {
            if (!zipkin.isAlive()) {
                throw new LabException("Zipkin did not start; is its port taken? Its log: " + log);
            }
            waiting.goOn("Zipkin does not answer; its log: " + log);
        }
    }
}
