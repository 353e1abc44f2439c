package emptyrecord.dwfm.chaos;

import emptyrecord.kit.switchboard.Fault;
import emptyrecord.kit.switchboard.Faults;
import java.util.List;
import java.util.Map;

/** The fault {@code host-crash}: a host drops its work and stays away while the fault is on. */
public final class HostCrash {

    private final Fault fault;

    public HostCrash(Faults faults, List<String> hosts) {
        this.fault = faults.declare(new Fault(
                        "host-crash",
                        "A DWFM host is down while this is on: its queue is lost, its droplets go unchecked (F50); target: a host",
                        "hosts down",
                        new Fault.Range(1, 1),
                        Map.of("down", 1.0))
                .aimedAt(hosts));
    }

    /** @param host for example {@code dwfm-1} */
    public boolean holdsDown(String host) {
        return fault.magnitude(host).isPresent();
    }
}
