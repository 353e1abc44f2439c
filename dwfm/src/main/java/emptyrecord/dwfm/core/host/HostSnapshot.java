package emptyrecord.dwfm.core.host;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A host at one moment.
 *
 * @param leasesHeld droplets whose lease is valid now
 * @param oldestQueued how long the oldest work has waited; zero when nothing waits
 * @param attemptsInFlight work that workers have taken and not finished
 * @param away restarting or crashed
 * @param startUpLimit while the host starts: how many pieces of work its pace admits at a time
 * @param throttleShare the operators' throttle, while it is on
 * @param parkedOrders terminations, stops and reboots that wait for a lease
 */
public record HostSnapshot(
        int number,
        int droplets,
        int leasesHeld,
        int queueLength,
        Duration oldestQueued,
        int attemptsInFlight,
        boolean away,
        OptionalDouble startUpLimit,
        OptionalDouble throttleShare,
        int parkedOrders,
        Tally tally) {}
