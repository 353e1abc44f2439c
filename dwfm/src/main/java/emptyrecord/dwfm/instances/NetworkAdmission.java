package emptyrecord.dwfm.instances;

/** Whether the Network Manager would accept another launch. Without {@code nm.queue-throttle} it always would (F83). */
@FunctionalInterface
public interface NetworkAdmission {

    boolean takesLaunches();
}
