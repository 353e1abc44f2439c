package emptyrecord.e2e.abuse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** DNS as bytes (RFC 1035, section 4), as far as it is needed here. */
final class DnsBytes {

    private DnsBytes() {}

    /** A name as labels with their lengths. */
    static byte[] name(String dotted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String label : dotted.split("\\.")) {
            bytes.write(label.length());
            bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    /** Asks for the addresses of a name over UDP. */
    static void ask(Target dns, String name, int timeoutMillis) throws IOException {
        byte[] labels = name(name);
        byte[] query = new byte[12 + labels.length + 4];
        query[1] = 7;
        query[5] = 1;
        System.arraycopy(labels, 0, query, 12, labels.length);
        query[query.length - 3] = 1;
        query[query.length - 1] = 1;
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(timeoutMillis);
            socket.send(new DatagramPacket(query, query.length, InetAddress.getByName(dns.host()), dns.port()));
            socket.receive(new DatagramPacket(new byte[512], 512));
        }
    }
}
