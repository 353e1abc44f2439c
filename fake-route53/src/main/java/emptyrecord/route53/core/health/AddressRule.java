package emptyrecord.route53.core.health;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Address;

/**
 * Which addresses checkers may connect to: those of this machine. Where the network is the region's alone, private
 * addresses of that network too (RFC 1918, RFC 4193). Nobody's machine is probed from here.
 */
public final class AddressRule {

    private static final int IPV4_BYTES = 4;

    private final Predicate<byte[]> ownNetwork;

    /** @param ownNetwork whether an address lies in a network that belongs to the region alone; never on a laptop */
    public AddressRule(Predicate<byte[]> ownNetwork) {
        this.ownNetwork = ownNetwork;
    }

    /**
     * The bytes of an address that may be probed.
     *
     * @throws IllegalArgumentException that says which may
     */
    public byte[] check(String text) {
        byte[] address = parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "IPAddress must be an IPv4 or IPv6 address such as 127.0.0.1, not '" + text + "'"));
        if (!allows(address)) {
            throw new IllegalArgumentException("Checkers do not leave this machine, so they cannot reach " + text
                    + "; use an address of 127.0.0.0/8 or ::1, or with LAB_OWNNETWORK=true a private one of a network"
                    + " that this service is in");
        }
        return address;
    }

    public boolean allows(byte[] address) {
        return isLoopback(address) || (isPrivate(address) && ownNetwork.test(address));
    }

    private static Optional<byte[]> parse(String text) {
        byte @Nullable [] four = Address.toByteArray(text, Address.IPv4);
        return Optional.ofNullable(four == null ? Address.toByteArray(text, Address.IPv6) : four);
    }

    private static boolean isLoopback(byte[] address) {
        if (address.length == IPV4_BYTES) {
            return address[0] == 127;
        }
        for (int i = 0; i < address.length - 1; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[address.length - 1] == 1;
    }

    private static boolean isPrivate(byte[] address) {
        int first = address[0] & 0xFF;
        int second = address[1] & 0xFF;
        if (address.length != IPV4_BYTES) {
            return (first & 0xFE) == 0xFC;
        }
        return first == 10 || (first == 172 && (second & 0xF0) == 16) || (first == 192 && second == 168);
    }
}
