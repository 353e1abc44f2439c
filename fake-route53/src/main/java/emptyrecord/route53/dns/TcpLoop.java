package emptyrecord.route53.dns;

import emptyrecord.route53.Route53Settings;
import java.io.BufferedInputStream;
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
 * DNS over TCP (RFC 7766): a virtual thread for each connection, several queries on it. Connections over the bound are
 * closed at once; so are, when their time is up, those that are idle, send a query byte by byte, or do not read their
 * answers.
 */
final class TcpLoop {

    private static final Logger log = LoggerFactory.getLogger(TcpLoop.class);

    /** Queries are short; a longer one is read in pieces. */
    private static final int IN_BYTES = 1024;

    private final ServerSocket server;
    private final Responder responder;
    private final Route53Settings.Dns settings;
    private final Semaphore places;
    private final SplittableRandom seeds;
    private final TcpDeadlines deadlines;

    TcpLoop(ServerSocket server, Responder responder, long seed, Route53Settings.Dns settings) {
        this.server = server;
        this.responder = responder;
        this.settings = settings;
        this.places = new Semaphore(settings.tcpConnectionsMax());
        this.seeds = new SplittableRandom(~seed);
        this.deadlines = new TcpDeadlines(settings.idleTimeout(), server::isClosed);
    }

    void start() {
        deadlines.start();
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
            client.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream(), IN_BYTES));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
            do {
                deadlines.renew(client);
            } while (!server.isClosed() && serveOne(in, out, random));
        } catch (EOFException e) {
            responder.torn(Transport.TCP);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a DNS connection ended");
        } finally {
            deadlines.forget(client);
            places.release();
        }
    }

    /** @return false if the client closed between two queries */
    private boolean serveOne(DataInputStream in, DataOutputStream out, SplittableRandom random) throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        byte[] query = new byte[first << 8 | in.readUnsignedByte()];
        in.readFully(query);
        for (byte[] reply : responder.respond(query, Transport.TCP, random)) {
            out.writeShort(reply.length);
            out.write(reply);
        }
        out.flush();
        return true;
    }
}
