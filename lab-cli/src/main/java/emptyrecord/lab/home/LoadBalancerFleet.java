package emptyrecord.lab.home;

import emptyrecord.lab.failure.LabException;
import java.util.ArrayList;
import java.util.List;

/**
 * DynamoDB's load balancers: three, one an Availability Zone, or more, which stand for the night's hundreds (F32). Each has a
 * loopback address of its own, {@code 127.0.z.10} to {@code 127.0.z.109}, so that DNS answers with as many addresses. Linux
 * has all of 127/8.
 *
 * @param count 3 to {@value #MOST}
 */
public record LoadBalancerFleet(LoopbackPlan place, int count) {

    public static final int FEWEST = 3;
    public static final int MOST = 300;

    private static final int ZONES = 3;
    private static final int FIRST_HOST = 10;
    private static final String DYNAMO = "DYNAMO_LOADBALANCERS_";
    private static final String PLANNER = "PLANNER_LOADBALANCERS_";

    /** Plans that the planner keeps with three load balancers (planner.plans-kept); with more it keeps as many leaves. */
    private static final int PLANS_KEPT = 2000;

    /** A plan stays readable for two incident hours at least. */
    private static final int PLANS_KEPT_MIN = 60;

    /** The bound for zones with three load balancers (route53.zones-bytes-max). */
    private static final int ZONES_MEGABYTES = 4;

    /**
     * Heap that the zones take for each load balancer, in kilobytes: a leaf and a weighted child of some 740 bytes each, in
     * four zones with 75 trees, and once more for the AAAA of the dual-stack one. So many gather in two and a half hours of
     * passes without a clean-up (F39).
     */
    private static final int ZONES_KILOBYTES_EACH = 560;

    /** The zones' maps beside the record sets. */
    private static final int ROUTE53_KILOBYTES_EACH = ZONES_KILOBYTES_EACH + 150;

    /** A connection of the planner takes 32 KB of the share of connections, which is 15 % of what is free. */
    private static final int DYNAMO_KILOBYTES_EACH = 220;

    /** A connection that is kept, and a leaf in each plan that is kept. */
    private static final int PLANNER_KILOBYTES_EACH = 120;

    /** Its share of the longest list of one zone's trees, the one with AAAA. */
    private static final int ENACTOR_KILOBYTES_EACH = 140;

    /** @throws LabException if the count is out of bounds */
    public LoadBalancerFleet {
        requireCount(count);
    }

    /** @throws LabException with the bounds */
    public static void requireCount(int count) {
        if (count < FEWEST || count > MOST) {
            throw LabException.usage("--load-balancers must lie between " + FEWEST + " (one in each zone) and " + MOST
                    + ", not " + count);
        }
    }

    /** The service with the settings and the heap that it needs for the load balancers beyond the first three. */
    public ServiceSpec sized(ServiceSpec service) {
        if (count == FEWEST) {
            return service;
        }
        return switch (service.jar()) {
            case "fake-dynamo" -> heap(dynamo(service), DYNAMO_KILOBYTES_EACH);
            case "dns-planner" -> heap(planner(service), PLANNER_KILOBYTES_EACH);
            case "dns-enactor" -> heap(service, ENACTOR_KILOBYTES_EACH);
            case "fake-route53" ->
                heap(
                        service.with("ROUTE53_ZONESBYTESMAX", ZONES_MEGABYTES + megabytes(ZONES_KILOBYTES_EACH) + "MB"),
                        ROUTE53_KILOBYTES_EACH);
            default -> service;
        };
    }

    private ServiceSpec dynamo(ServiceSpec service) {
        ServiceSpec all = service;
        List<String> ports = new ArrayList<>(service.otherPorts());
        for (int i = FEWEST; i < count; i++) {
            all = named(all, DYNAMO, i).with(DYNAMO + i + "_ZONE", "us-east-1" + letter(i));
            ports.add(address(i) + ":" + RegionLayout.DYNAMO_PORT);
        }
        return all.binding(ports);
    }

    private ServiceSpec planner(ServiceSpec service) {
        int kept = Math.max(PLANS_KEPT_MIN, PLANS_KEPT * FEWEST / count);
        ServiceSpec all = service.with("PLANNER_PLANSKEPT", String.valueOf(kept));
        for (int i = FEWEST; i < count; i++) {
            all = named(all, PLANNER, i)
                    .with(PLANNER + i + "_URL", "http://" + address(i) + ":" + RegionLayout.DYNAMO_PORT);
        }
        return all;
    }

    private ServiceSpec named(ServiceSpec service, String prefix, int index) {
        return service.with(prefix + index + "_NAME", "lb-" + (1 + index / ZONES) + letter(index))
                .with(prefix + index + "_ADDRESS", address(index));
    }

    private String address(int index) {
        return place.dynamo(1 + index % ZONES, FIRST_HOST + index / ZONES);
    }

    private static char letter(int index) {
        return (char) ('a' + index % ZONES);
    }

    private ServiceSpec heap(ServiceSpec service, int kilobytesEach) {
        return service.withHeap(service.heapMegabytes() + megabytes(kilobytesEach));
    }

    private int megabytes(int kilobytesEach) {
        return Math.ceilDiv((count - FEWEST) * kilobytesEach, 1024);
    }
}
