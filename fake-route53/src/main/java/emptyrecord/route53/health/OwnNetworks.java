package emptyrecord.route53.health;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The networks that this service is in, as its interfaces name them. */
public final class OwnNetworks implements Predicate<byte[]> {

    private final List<InterfaceAddress> networks;

    private OwnNetworks(List<InterfaceAddress> networks) {
        this.networks = networks;
    }

    /** @param own whether they belong to the region alone ({@code lab.own-network}); if not, no address is in them */
    public static Predicate<byte[]> of(boolean own) {
        if (!own) {
            return address -> false;
        }
        try {
            return new OwnNetworks(NetworkInterface.networkInterfaces()
                    .flatMap(network -> network.getInterfaceAddresses().stream())
                    .toList());
        } catch (SocketException e) {
            throw new UncheckedIOException("the network interfaces cannot be read", e);
        }
    }

    @Override
    public boolean test(byte[] address) {
        return networks.stream().anyMatch(network -> holds(network, address));
    }

    private static boolean holds(InterfaceAddress network, byte[] address) {
        byte[] own = network.getAddress().getAddress();
        int bits = network.getNetworkPrefixLength();
        boolean sameFamily = (network.getAddress() instanceof Inet4Address) == (address.length == 4);
        if (!sameFamily || bits == 0) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int mask = 0xFF00 >> (bits % Byte.SIZE) & 0xFF;
        return Arrays.equals(own, 0, whole, address, 0, whole)
                && (mask == 0 || (own[whole] & mask) == (address[whole] & mask));
    }
}
