package emptyrecord.route53.health;

import emptyrecord.route53.core.health.AddressRule;
import emptyrecord.route53.core.health.HealthCheckType;
import emptyrecord.route53.core.health.ProbeTarget;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * One probe: a real TCP connection, and for HTTP a real request. The address is checked again at each probe, because a
 * name may have moved since the health check was made.
 */
public final class Probes {

    private final AddressRule rule;
    private final Names names;
    private final int connectMillis;
    private final HttpProbe http;

    /** Resolves names from the region's own zones. */
    public interface Names {

        /** The first IPv4 address that DNS answers with now. */
        Optional<byte[]> resolve(String name);
    }

    public Probes(AddressRule rule, Names names, HealthSettings settings) {
        this.rule = rule;
        this.names = names;
        this.connectMillis = Math.toIntExact(settings.connectTimeout().toMillis());
        this.http = new HttpProbe(settings.responseTimeout());
    }

    ProbeResult probe(String checkId, HealthCheckType type, ProbeTarget target) {
        Optional<byte[]> address = target.address().isPresent()
                ? target.address().map(rule::check)
                : target.name().flatMap(names::resolve).filter(rule::allows);
        if (address.isEmpty()) {
            return ProbeResult.UNRESOLVED;
        }
        try (Socket socket = new Socket()) {
            Optional<ProbeResult> failure = connect(socket, address.get(), target.port());
            return failure.orElseGet(
                    () -> type == HealthCheckType.TCP ? ProbeResult.CONNECTED : http.ask(socket, checkId, target));
        } catch (IOException e) {
            return ProbeResult.NO_ROUTE;
        }
    }

    private Optional<ProbeResult> connect(Socket socket, byte[] address, int port) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(address), port), connectMillis);
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.of(ProbeResult.NOT_CONNECTED);
        } catch (ConnectException e) {
            return Optional.of(ProbeResult.REFUSED);
        } catch (IOException e) {
            return Optional.of(ProbeResult.NO_ROUTE);
        }
    }
}
