package emptyrecord.control.customers;

import emptyrecord.control.customers.core.Outcome;
import emptyrecord.kit.dns.DnsAnswer;
import emptyrecord.kit.dns.DnsLookup;
import emptyrecord.kit.trace.Span;
import emptyrecord.kit.trace.SpanName;
import emptyrecord.kit.trace.TraceContext;
import emptyrecord.kit.trace.Tracing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One customer connection: resolve, take the next address of the answer in turn, say {@code HELLO}, expect {@code OK …} before the
 * time-out, close. Reset or refused, silence and an unresolved name are three outcomes.
 */
public final class ConnectionProbe {

    private final DnsLookup lookup;
    private final String name;
    private final int port;
    private final Duration timeout;
    private final Tracing tracing;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param timeout real, over connect and reply together */
    public ConnectionProbe(DnsLookup lookup, String name, int port, Duration timeout, Tracing tracing) {
        this.tracing = tracing;
        this.lookup = lookup;
        this.name = name;
        this.port = port;
        this.timeout = timeout;
    }

    public Outcome attempt() {
        try (Span span = tracing.begin(SpanName.CUSTOMER_CONNECTION);
                Span.Scope scope = span.enter()) {
            Outcome outcome = connect();
            if (!(outcome instanceof Outcome.Worked)) {
                span.failed(outcome.toString());
            }
            return outcome;
        }
    }

    private Outcome connect() {
        DnsAnswer answer = lookup.lookup(name);
        if (!(answer instanceof DnsAnswer.Addresses found)) {
            return new Outcome.NeverTried(answer.outcome());
        }
        List<InetAddress> addresses = found.addresses();
        InetAddress address = addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
        try (Span node = tracing.begin(SpanName.NLB_NODE);
                Span.Scope scope = node.enter()) {
            node.tag("node", address.getHostAddress());
            return hello(new InetSocketAddress(address, port));
        } catch (SocketTimeoutException e) {
            return new Outcome.Failed("timed-out");
        } catch (IOException e) {
            return new Outcome.Failed("refused-or-reset");
        }
    }

    /** It carries the trace to the instance, through a load balancer that looks into no bytes. */
    private String greeting() {
        TraceContext trace = tracing.current();
        return trace.isNone() ? "HELLO\n" : "HELLO " + trace.traceparent() + "\n";
    }

    private Outcome hello(InetSocketAddress node) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(node, Math.max(1, (int) timeout.toMillis()));
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(greeting().getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            while (true) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException("no reply in time");
                }
                socket.setSoTimeout((int) left);
                int c = socket.getInputStream().read();
                if (c < 0) {
                    return new Outcome.Failed("refused-or-reset");
                }
                if (c == '\n') {
                    return line.toString().startsWith("OK")
                            ? new Outcome.Worked()
                            : new Outcome.Failed("refused-or-reset");
                }
                line.append((char) c);
            }
        }
    }
}
