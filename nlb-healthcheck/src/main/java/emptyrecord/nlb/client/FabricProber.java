package emptyrecord.nlb.client;

import emptyrecord.kit.clock.IncidentClock;
import emptyrecord.nlb.core.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * A check over a raw socket: CONNECT through the fabric from the checker's instance to the node's, then HELLO and OK.
 * The check time is a floor: planned start, real call, then sleep until planned start + check time. When nothing
 * answers, the whole time-out is spent on the open socket, so a waiting probe really occupies its checker (F71).
 */
public final class FabricProber implements Prober {

    private final InetSocketAddress fabric;
    private final IncidentClock clock;

    public FabricProber(InetSocketAddress fabric, IncidentClock clock) {
        this.fabric = fabric;
        this.clock = clock;
    }

    @Override
    public Result probe(Effect.Check check) throws InterruptedException {
        sleepUntil(check.start());
        boolean tooSlow = check.checkTime().compareTo(check.timeOut()) > 0;
        Outcome outcome = tooSlow
                ? Outcome.FAILED
                : check.toInstance().map(to -> ask(check, to)).orElse(Outcome.FAILED);
        Instant end = check.start().plus(outcome == Outcome.PASSED ? check.checkTime() : check.timeOut());
        sleepUntil(end);
        return new Result(outcome, end);
    }

    private Outcome ask(Effect.Check check, String toInstance) {
        long deadline = System.nanoTime()
                + Math.max(1_000_000, clock.toReal(check.timeOut()).toNanos());
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(fabric, millisTo(deadline));
            return converse(socket, new FabricRoute(check.fromZone(), check.fromInstance(), toInstance), deadline);
        } catch (SocketTimeoutException e) {
            return Outcome.FAILED;
        } catch (IOException e) {
            return Outcome.NOT_TRIED;
        }
    }

    private static Outcome converse(Socket socket, FabricRoute route, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        FabricHandshake.request(socket, route);
        socket.setSoTimeout(millisTo(deadline));
        if (!FabricHandshake.established(in)) {
            return Outcome.FAILED;
        }
        socket.getOutputStream().write("HELLO\n".getBytes(StandardCharsets.ISO_8859_1));
        socket.setSoTimeout(millisTo(deadline));
        return FabricHandshake.line(in).startsWith("OK") ? Outcome.PASSED : Outcome.FAILED;
    }

    private static int millisTo(long deadline) {
        return (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
    }

    private void sleepUntil(Instant incident) throws InterruptedException {
        clock.sleep(Duration.between(clock.instant(), incident));
    }
}
