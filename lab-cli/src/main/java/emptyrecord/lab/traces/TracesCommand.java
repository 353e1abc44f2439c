package emptyrecord.lab.traces;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.platform.NetworkPlatform;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
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

    @Option(
            names = "--viewer",
            paramLabel = "URL",
            description = "A Zipkin that runs already, for example http://zipkin:9411; none is started then.")
    private @Nullable URI viewer;

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
        if (viewer != null) {
            handOn(viewer, () -> true);
        }
        Path log = Files.createTempFile("zipkin", ".log");
        Path chosen = jar == null ? ZipkinProcess.jarOfMaven() : jar;
        try (ZipkinProcess zipkin = ZipkinProcess.start(chosen, port, log)) {
            Thread end = new Thread(zipkin::close, "zipkin-end");
            Runtime.getRuntime().addShutdownHook(end);
            awaitHealthy(zipkin, log);
            handOn(zipkin.url(), zipkin::isAlive);
        }
        throw new LabException("Zipkin has ended; its log: " + log);
    }

    /** Takes spans for a viewer as long as it lives. A container's network is the region's own, so there all of it may send. */
    private void handOn(URI zipkin, BooleanSupplier lives) {
        boolean inNetwork = NetworkPlatform.of(System.getenv()).isPresent();
        PrintWriter out = spec.commandLine().getOut();
        try (OtlpReceiver receiver = new OtlpReceiver(inNetwork ? "0.0.0.0" : "127.0.0.1", otlpPort, zipkin)) {
            out.println("Zipkin: " + zipkin + "/zipkin/   spans go to port " + receiver.port()
                    + ", POST /v1/traces   Ctrl-C ends it");
            out.flush();
            while (lives.getAsBoolean()) {
                Waiting.pause(Duration.ofSeconds(1));
            }
        }
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
