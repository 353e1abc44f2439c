package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.ShippedSettings;
import emptyrecord.dwfm.core.lease.LeaseParameters;

/**
 * How large a simulated region is. Load, deadline and lease are the shipped settings' at every size; workers, slots and
 * blocks grow with a host's droplets.
 *
 * @param hosts each with its own gateway
 * @param parameters of each host
 * @param gatewaySlots handshakes that a gateway serves at a time
 * @param gatewayQueue calls that wait in it
 * @param blockSize the most droplets of a block
 */
record RegionSize(int hosts, LeaseParameters parameters, int gatewaySlots, int gatewayQueue, int blockSize) {

    /** As shipped: 248 droplets. */
    static final RegionSize USUAL =
            new RegionSize(ShippedSettings.get().hosts(), ShippedSettings.leaseParameters(), 4, 100, 12);

    /** 256 hosts with 391 droplets each: 100,096 (F51). */
    static final RegionSize HUNDRED_THOUSAND = USUAL.times(256, 391, 25);

    private RegionSize times(int moreHosts, int droplets, int workers) {
        LeaseParameters p = parameters;
        LeaseParameters larger = new LeaseParameters(
                droplets,
                workers,
                p.interval(),
                p.renewal(),
                p.establishment(),
                p.deadline(),
                p.lease(),
                p.away(),
                p.lossPerMinute());
        return new RegionSize(
                moreHosts,
                larger,
                gatewaySlots * workers / p.workers(),
                gatewayQueue * workers / p.workers(),
                blockSize * workers / p.workers());
    }

    int droplets() {
        return hosts * parameters.droplets();
    }

    Wiring wiring(String name) {
        return Wiring.of(name, blockSize);
    }
}
