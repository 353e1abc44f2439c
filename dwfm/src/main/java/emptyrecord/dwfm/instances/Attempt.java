package emptyrecord.dwfm.instances;

import emptyrecord.dwfm.core.lease.DropletId;
import emptyrecord.dwfm.core.queue.DropletChange;

/**
 * A placement that has begun: from now on the droplet may run the instance, and EC2 does not know it. It is in the table
 * before the droplet hears of it, and until the instance is there instead, or nothing of it is on the droplet.
 *
 * @param name of the change on the droplet: {@code launch i-0123456789abcdef0 17}; unique in the table
 * @param instance id
 */
public record Attempt(String name, String instance, DropletId droplet) {

    private static final String PREFIX = "launch ";

    static Attempt of(String instance, DropletId droplet, long number) {
        return new Attempt(PREFIX + instance + " " + number, instance, droplet);
    }

    /** Whether a key of the table is an attempt's. */
    public static boolean isName(String key) {
        return key.startsWith(PREFIX);
    }

    /** The last word of its name. */
    long number() {
        return Long.parseLong(name.substring(name.lastIndexOf(' ') + 1));
    }

    DropletChange onDroplet() {
        return new DropletChange(name, instance, DropletChange.Kind.START);
    }
}
