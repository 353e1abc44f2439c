package emptyrecord.dwfm.instances;

/**
 * News for the Network Manager. Sent at least once; the receiver recognizes repetitions by (instance, placement, change).
 *
 * @param az Availability Zone of the instance
 * @param change {@code LAUNCHED} when it is placed on a droplet, {@code TERMINATED} when it leaves it: a stopped instance
 *     has no network state, and a started one has to be propagated anew
 * @param placement how often it was placed, from 1
 */
public record NetworkState(String instanceId, String az, Change change, int placement) {

    /** The change of the instance. */
    public enum Change {
        LAUNCHED,
        TERMINATED
    }

    /** @param number of the instance's pieces of news, from 1: odd ones are placements */
    static NetworkState of(Instance instance, int number) {
        Change change = number % 2 == 1 ? Change.LAUNCHED : Change.TERMINATED;
        return new NetworkState(instance.id(), instance.zone(), change, (number + 1) / 2);
    }

    /** Its number among the instance's news. */
    int number() {
        return 2 * placement - (change == Change.LAUNCHED ? 1 : 0);
    }
}
