package emptyrecord.network.fabric;

import emptyrecord.kit.limits.Turns;
import emptyrecord.kit.trace.Beginning;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import emptyrecord.network.core.Az;
import emptyrecord.network.core.Call;
import emptyrecord.network.core.Instance;
import emptyrecord.network.fabric.OpenConnections.Lifeline;
import emptyrecord.network.propagation.NetworkManager;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection through the VPC fabric. If packets arrive, the CONNECT is answered and the fabric plays the instance.
 * Otherwise nothing is ever answered: lost packets stay lost, also when the state arrives while the caller still waits
 * (our choice). The caller's own time-out ends the connection, which is what keeps a checker busy (F70).
 */
final class Conversation {

    private static final String HELLO = "HELLO";

    private final Socket socket;
    private final NetworkManager manager;
    private final OpenConnections open;
    private final FabricSettings settings;
    private final Consumer<FabricOutcome> outcomes;
    private final Tracing tracing;

    Conversation(
            Socket socket,
            NetworkManager manager,
            OpenConnections open,
            FabricSettings settings,
            Consumer<FabricOutcome> outcomes,
            Tracing tracing) {
        this.tracing = tracing;
        this.socket = socket;
        this.manager = manager;
        this.open = open;
        this.settings = settings;
        this.outcomes = outcomes;
    }

    void hold(CallReader reader) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(millis(settings.headTimeout()));
        LineReader in = new LineReader(socket.getInputStream());
        Optional<Call> call;
        try {
            call = reader.read(in);
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
            return;
        } catch (SocketTimeoutException e) {
            refuse("no complete CONNECT request came within "
                    + settings.headTimeout().toSeconds() + " s");
            return;
        }
        if (call.isPresent()) {
            connect(call.get(), in);
        }
    }

    private void connect(Call call, LineReader in) throws IOException {
        List<Lifeline> lifelines = lifelines(call);
        open.add(lifelines, socket);
        try {
            if (manager.reaches(call)) {
                outcomes.accept(FabricOutcome.ANSWERED);
                playInstance(call, in);
                return;
            }
        } finally {
            open.remove(lifelines, socket);
        }
        outcomes.accept(FabricOutcome.SILENT);
        staySilent(in);
    }

    /** The target as the caller's zone sees it, the caller as the target's zone sees it. */
    private List<Lifeline> lifelines(Call call) {
        List<Lifeline> lifelines = new ArrayList<>();
        lifelines.add(new Lifeline(call.target(), call.from()));
        Optional<Az> home = manager.ask(n -> n.find(call.target()).map(Instance::home));
        home.ifPresent(az -> call.caller().ifPresent(id -> lifelines.add(new Lifeline(id, az))));
        return lifelines;
    }

    private void playInstance(Call call, LineReader in) throws IOException {
        socket.setSoTimeout(millis(settings.idleMax()));
        say("HTTP/1.1 200 Connection established\r\n\r\n");
        try {
            for (Optional<String> line = in.line(settings.headBytesMax());
                    line.isPresent();
                    line = in.line(settings.headBytesMax())) {
                say(answer(call, line.get()));
                Turns.pass();
            }
        } catch (IllegalArgumentException e) {
            say("ERROR " + e.getMessage() + "\n");
        }
    }

    /** HELLO, and after a blank the caller's trace if it has one: a load balancer on TCP changes no bytes. */
    private String answer(Call call, String line) {
        TraceContext caller = line.startsWith(HELLO + " ")
                ? TraceContext.of(line.substring(HELLO.length() + 1).strip())
                : TraceContext.NONE;
        if (!line.equals(HELLO) && caller.isNone()) {
            return "ERROR an instance of the lab understands HELLO only\n";
        }
        try (Span span = tracing.begin(SpanName.NLB_TARGET, Beginning.under(caller))) {
            span.tag("instance", call.target().value())
                    .tag("from-az", call.from().name());
            return "OK " + call.target() + "\n";
        }
    }

    private void staySilent(LineReader in) throws IOException {
        long end = System.nanoTime() + settings.silenceMax().toNanos();
        do {
            Turns.pass();
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return;
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        } while (in.skip());
    }

    private void refuse(String sentence) throws IOException {
        outcomes.accept(FabricOutcome.BAD);
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.ISO_8859_1);
        say("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n" + sentence + "\n");
    }

    private void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.toMillis()));
    }
}
