package emptyrecord.kit.safety;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Refuses to start a service that everybody in the network could reach and change. */
final class Exposure {

    private Exposure() {}

    /** Says what is wrong and what to do; shown instead of a stack trace. */
    static final class ExposedException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        ExposedException(String address) {
            super("This service would listen on " + address
                    + ", beyond this machine, and nothing would keep others from changing it.");
        }
    }

    /**
     * @param address the setting {@code server.address}; empty means every address of the machine
     * @throws ExposedException if it lies beyond loopback and neither a token nor an own network is set
     */
    static void check(String address, SafetySettings settings) {
        if (settings.facilitator().isEmpty() && !settings.ownNetwork() && !isLoopback(address)) {
            throw new ExposedException(address.isEmpty() ? "every address of this machine" : address);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
