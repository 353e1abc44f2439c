package emptyrecord.route53.dns;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One platform thread that reads a packet, answers it and reads the next; system calls dominate, so one is enough. */
final class UdpLoop {

    private static final Logger log = LoggerFactory.getLogger(UdpLoop.class);

    private final DatagramChannel channel;
    private final Responder responder;
    private final RandomGenerator random;
    private final ByteBuffer in = ByteBuffer.allocateDirect(Responder.QUERY_BYTES_MAX);
    private final ByteBuffer out = ByteBuffer.allocateDirect(Responder.QUERY_BYTES_MAX);

    UdpLoop(DatagramChannel channel, Responder responder, long seed) {
        this.channel = channel;
        this.responder = responder;
        this.random = new SplittableRandom(seed);
    }

    void start() {
        Thread.ofPlatform().daemon().name("dns-udp").start(this::run);
    }

    private void run() {
        while (channel.isOpen()) {
            try {
                serveOne();
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.atWarn().setCause(e).log("a DNS packet was not answered");
            }
        }
    }

    private void serveOne() throws IOException {
        in.clear();
        SocketAddress client = channel.receive(in);
        if (client == null) {
            return;
        }
        in.flip();
        byte[] query = new byte[in.remaining()];
        in.get(query);
        for (byte[] reply : responder.respond(query, Transport.UDP, random)) {
            out.clear();
            out.put(reply).flip();
            channel.send(out, client);
        }
    }
}
