package emptyrecord.dynamo.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A server under measurement.
 *
 * @param process its process id on this machine
 */
record Target(String name, InetSocketAddress address, long process) {

    /** @param text {@code name=port,process} */
    static Target parse(String text) {
        String[] parts = text.split("[=,]", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A server is name=port,process, not " + text);
        }
        try {
            int port = Integer.parseInt(parts[1]);
            return new Target(
                    parts[0], new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Long.parseLong(parts[2]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Port and process of a server are whole numbers: " + text, e);
        }
    }
}
