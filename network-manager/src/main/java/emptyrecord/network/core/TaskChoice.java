package emptyrecord.network.core;

/** Whether a task at the head of a zone's queue is worth a push. */
@FunctionalInterface
public interface TaskChoice {

    boolean worthPushing(NetworkChange task, Instance instance, Az zone);

    /** The night: every task is pushed, also those of ended instances. */
    TaskChoice EVERY_TASK = (task, instance, zone) -> true;

    /**
     * The remedy {@code nm.coalesce}: the launch of a terminated instance is left out, and so is the termination of an
     * instance that the zone never knew. A started instance's new droplet makes all news of its old one useless.
     */
    TaskChoice LIVING_ONLY = (task, instance, zone) -> switch (task.change()) {
        case LAUNCHED -> !instance.terminated() && !instance.hasLeft(task);
        case TERMINATED -> !instance.launchSkippedIn(zone) && !instance.hasLeft(task);
    };
}
