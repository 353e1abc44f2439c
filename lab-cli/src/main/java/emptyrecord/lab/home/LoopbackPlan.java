package emptyrecord.lab.home;

import emptyrecord.lab.failure.LabException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of a region on the loopback network. Ports are the same in every region. Regions on one machine differ
 * by their addresses alone, so that a DNS answer, which carries no port, leads to the right one.
 *
 * @param number 0 for the region without a name, 1 to {@value #NUMBER_MAX} for a named one
 */
public record LoopbackPlan(int number) {

    static final LoopbackPlan FIRST = new LoopbackPlan(0);
    public static final int NUMBER_MAX = 99;

    private static final int NODES_PER_ZONE = 8;
    private static final int FIRST_NODE = 11;

    public LoopbackPlan {
        if (number < 0 || number > NUMBER_MAX) {
            throw new LabException(
                    "the address range has room for " + NUMBER_MAX + " named regions; forget one: its file in teams/");
        }
    }

    private String network() {
        return "127." + (number == 0 ? 0 : 100 + number);
    }

    /** The address that every service listens on. */
    public String host() {
        return network() + ".0.1";
    }

    /** DynamoDB's address in zone 1, 2 or 3. */
    String dynamo(int zone) {
        return dynamo(zone, 10);
    }

    /** The address of one of several load balancers in a zone. */
    String dynamo(int zone, int host) {
        return network() + "." + zone + "." + host;
    }

    /** The pattern of the load balancer nodes' addresses, in the form of {@code nlb.node-address}. */
    String nodePattern() {
        return number == 0 ? "127.1.{zone}.{host}" : network() + ".10{zone}.{host}";
    }

    /** The addresses of the nodes of a fresh region. */
    List<String> nodes() {
        return Stream.of(1, 2, 3)
                .flatMap(zone -> Stream.iterate(FIRST_NODE, host -> host + 1)
                        .limit(NODES_PER_ZONE)
                        .map(host -> nodePattern()
                                .replace("{zone}", String.valueOf(zone))
                                .replace("{host}", String.valueOf(host))))
                .toList();
    }
}
