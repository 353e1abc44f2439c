package emptyrecord.dwfm.instances;

/**
 * Whether the Network Manager would accept another launch. Until {@code nm.queue-throttle} is on it always would (F83).
 */
@FunctionalInterface
public interface NetworkAdmission {

    boolean takesLaunches();
}
