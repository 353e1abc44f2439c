package emptyrecord.route53.dns;

import emptyrecord.route53.Route53Settings;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DNS over TCP (RFC 7766): a virtual thread for each connection, several queries on it, closed when idle. Connections
 * over the bound are closed at once.
 */
final class TcpLoop {

    private static final Logger log = LoggerFactory.getLogger(TcpLoop.class);

    private final ServerSocket server;
    private final Responder responder;
    private final Route53Settings.Dns settings;
    private final Semaphore places;
    private final SplittableRandom seeds;

    TcpLoop(ServerSocket server, Responder responder, long seed, Route53Settings.Dns settings) {
        this.server = server;
        this.responder = responder;
        this.settings = settings;
        this.places = new Semaphore(settings.tcpConnectionsMax());
        this.seeds = new SplittableRandom(~seed);
    }

    void start() {
        Thread.ofVirtual().name("dns-tcp").start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (!places.tryAcquire()) {
                    client.close();
                    continue;
                }
                SplittableRandom random = seeds.split();
                Thread.ofVirtual().name("dns-tcp-connection").start(() -> serve(client, random));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    log.atWarn().setCause(e).log("a DNS connection was not accepted");
                }
            }
        }
    }

    private void serve(Socket client, SplittableRandom random) {
        try (client) {
            client.setSoTimeout(Math.toIntExact(settings.idleTimeout().toMillis()));
            client.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
            while (!server.isClosed()) {
                byte[] query = in.readNBytes(in.readUnsignedShort());
                for (byte[] reply : responder.respond(query, Transport.TCP, random)) {
                    out.writeShort(reply.length);
                    out.write(reply);
                }
                out.flush();
            }
        } catch (EOFException e) {
            log.atTrace().log("the client has closed");
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a DNS connection ended");
        } finally {
            places.release();
        }
    }
}
