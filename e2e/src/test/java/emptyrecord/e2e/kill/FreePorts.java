package emptyrecord.e2e.kill;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Unused ports below the range that the operating system assigns, so that no other process gets one while its service
 * is dead.
 */
final class FreePorts {

    private FreePorts() {}

    static List<Integer> find(int count) {
        List<Integer> free = new ArrayList<>();
        Random random = new Random();
        for (int tries = 0; free.size() < count && tries < 1000; tries++) {
            int port = random.nextInt(20_000, 32_000);
            if (!free.contains(port) && isFree(port)) {
                free.add(port);
            }
        }
        if (free.size() < count) {
            throw new IllegalStateException("found no " + count + " free ports from 20000 to 32000 on 127.0.0.1");
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            return tcp.isBound() && udp.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
