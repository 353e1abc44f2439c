package emptyrecord.droplets.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A droplet: one physical server that runs instances (F50).
 *
 * @param host number of the DWFM host that manages it, from 1
 * @param slot its place in that host's set, from 0
 */
public record DropletId(int host, int slot) {

    private static final Pattern FORM = Pattern.compile("droplet-([1-9][0-9]{0,3})-([0-9]{3,6})");
    private static final int SHOWN_MAX = 40;

    /**
     * Reads the form that {@link #toString} writes.
     *
     * @throws IllegalArgumentException with what to write instead
     */
    public static DropletId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            DropletId id = new DropletId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (id.toString().equals(text)) {
                return id;
            }
        }
        throw new IllegalArgumentException("'" + text.substring(0, Math.min(SHOWN_MAX, text.length()))
                + "' is not a droplet; send droplet-HOST-SLOT with three digits of slot, for example droplet-2-017");
    }

    /** The DWFM host that manages it, for example {@code dwfm-2}. */
    public String manager() {
        return "dwfm-" + host;
    }

    /** For example {@code droplet-2-017}. */
    @Override
    public String toString() {
        return "droplet-%d-%03d".formatted(host, slot);
    }
}
