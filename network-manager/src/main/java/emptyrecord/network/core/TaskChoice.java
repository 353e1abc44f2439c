package emptyrecord.network.core;

/** Whether a task at the head of a zone's queue is worth a push. */
@FunctionalInterface
public interface TaskChoice {

    boolean worthPushing(NetworkChange task, Instance instance, Az zone);

    /** The night: every task is pushed, those of instances that are gone as well. */
    TaskChoice EVERY_TASK = (task, instance, zone) -> true;

    /**
     * The remedy {@code nm.coalesce}: the launch of an instance that is terminated is left out, and so is the termination
     * of an instance of which the zone never heard.
     */
    TaskChoice LIVING_ONLY = (task, instance, zone) -> switch (task.change()) {
        case LAUNCHED -> !instance.terminated();
        case TERMINATED -> !instance.launchSkippedIn(zone);
    };
}
