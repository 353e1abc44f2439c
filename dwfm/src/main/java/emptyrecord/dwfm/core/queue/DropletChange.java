package emptyrecord.dwfm.core.queue;

/**
 * What a launch or an order does to one instance on a droplet.
 *
 * @param name the listener's name for it; unique among the changes of a host
 * @param instance for example {@code i-0123456789abcdef0}
 */
public record DropletChange(String name, String instance, Kind kind) {

    /** Each as the droplet's agent knows it. */
    public enum Kind {
        /** A launch, or the start of a stopped instance. It is tried once. */
        START,
        /** A stop or a termination, which are the same to a droplet. */
        END,
        REBOOT
    }
}
