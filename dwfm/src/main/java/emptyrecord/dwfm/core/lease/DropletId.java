package emptyrecord.dwfm.core.lease;

/**
 * A droplet: one physical server that runs instances (F50).
 *
 * @param host number of the DWFM host that manages it, from 1
 * @param slot its place in that host's set, from 0
 */
public record DropletId(int host, int slot) {

    /** For example {@code droplet-2-017}. */
    @Override
    public String toString() {
        return "droplet-%d-%03d".formatted(host, slot);
    }
}
