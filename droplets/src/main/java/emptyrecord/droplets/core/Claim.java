package emptyrecord.droplets.core;

import java.util.regex.Pattern;

/**
 * Who asks a droplet, and the row of the lease table that entitles the caller.
 *
 * @param holder the DWFM host, for example {@code dwfm-1}; at most 63 characters
 * @param epoch of the row, 1 or more; grows by one with every write
 */
public record Claim(String holder, long epoch) {

    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}");

    public Claim {
        if (!FORM.matcher(holder).matches()) {
            throw new IllegalArgumentException("holder.name must be the DWFM host that asks, for example dwfm-1:"
                    + " letters, digits, dots and hyphens, 63 at most");
        }
        if (epoch < 1) {
            throw new IllegalArgumentException("holder.epoch must be 1 or more, not " + epoch
                    + "; send the epoch of the droplet's row in the lease table");
        }
    }

    @Override
    public String toString() {
        return holder + " with epoch " + epoch;
    }
}
