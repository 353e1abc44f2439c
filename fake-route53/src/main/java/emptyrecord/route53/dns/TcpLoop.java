package emptyrecord.route53.dns;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DNS over TCP (RFC 7766): a platform thread for each connection, because the system gives each its turn. Virtual
 * threads do not: two carriers whose connections always have another query waiting never look at a new one. One query
 * of a connection is in hand at a time; those behind it wait in the system's buffers. Connections that are idle, send a
 * query byte by byte, or do not read their answers are closed when their time is up, or when others need their places.
 */
final class TcpLoop {

    private static final Logger log = LoggerFactory.getLogger(TcpLoop.class);

    /** Queries are short; a longer one is read in pieces. */
    private static final int IN_BYTES = 512;

    /** How long a place that was given up may take to become free. */
    private static final long FREED_WITHIN_MILLIS = 50;

    private final ServerSocket server;
    private final Responder responder;
    private final Semaphore places;
    private final Semaphore transfers;
    private final SplittableRandom seeds;
    private final TcpDeadlines deadlines;
    private final ExecutorService connections = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("dns-tcp-", 1).factory());

    TcpLoop(ServerSocket server, Responder responder, long seed, DnsSettings settings) {
        this.server = server;
        this.responder = responder;
        this.places = new Semaphore(settings.tcpConnectionsMax());
        this.transfers = new Semaphore(settings.transfersMax(), true);
        this.seeds = new SplittableRandom(~seed);
        this.deadlines = new TcpDeadlines(settings.idleTimeout(), server::isClosed);
    }

    void start() {
        deadlines.start();
        Thread.ofPlatform().daemon().name("dns-tcp").start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (!hasPlace()) {
                    client.close();
                    continue;
                }
                SplittableRandom random = seeds.split();
                connections.execute(() -> serve(client, random));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    log.atWarn().setCause(e).log("a DNS connection was not accepted");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        connections.shutdown();
    }

    private boolean hasPlace() throws InterruptedException {
        return places.tryAcquire()
                || (deadlines.closeLongestWaiting() && places.tryAcquire(FREED_WITHIN_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void serve(Socket client, SplittableRandom random) {
        try (client) {
            client.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream(), IN_BYTES));
            do {
                deadlines.waitsForQuery(client);
            } while (!server.isClosed() && serveOne(client, in, random));
        } catch (EOFException e) {
            responder.torn(Transport.TCP);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("a DNS connection ended");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("a DNS query was not answered");
        } finally {
            deadlines.forget(client);
            places.release();
        }
    }

    /** @return false if the client closed between two queries */
    private boolean serveOne(Socket client, DataInputStream in, SplittableRandom random) throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        byte[] query = query(in, first << 8 | in.readUnsignedByte());
        deadlines.answers(client);
        Iterable<byte[]> replies = responder.respond(query, Transport.TCP, random);
        if (replies instanceof ZoneTransfer transfer) {
            send(client, transfer);
        } else {
            for (byte[] reply : replies) {
                client.getOutputStream().write(framed(reply));
            }
        }
        return true;
    }

    private static byte[] query(DataInputStream in, int length) throws IOException {
        byte[] query = new byte[Math.min(length, Responder.QUERY_BYTES_MAX)];
        in.readFully(query);
        in.skipNBytes(length - query.length);
        return query;
    }

    /** Connections that wait for the turn of their transfer do so in the order of arrival. */
    private void send(Socket client, ZoneTransfer transfer) throws IOException {
        transfers.acquireUninterruptibly();
        try {
            for (byte[] message : transfer) {
                deadlines.sendsMessage(client);
                client.getOutputStream().write(framed(message));
            }
        } finally {
            transfers.release();
        }
    }

    /** With its length before it, so that both leave in one packet (RFC 7766 section 8). */
    private static byte[] framed(byte[] message) {
        return ByteBuffer.allocate(Short.BYTES + message.length)
                .putShort((short) message.length)
                .put(message)
                .array();
    }
}
