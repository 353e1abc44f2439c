package emptyrecord.dwfm.core.host;

import emptyrecord.dwfm.core.lease.LeaseParameters;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The parts of a host.
 *
 * @param number from 1
 * @param chance seeded; all randomness of this host
 * @param made when it was made
 */
public record HostSetup(
        int number,
        LeaseParameters parameters,
        Policies policies,
        ChangeListener listener,
        RandomGenerator chance,
        Instant made) {}
