package emptyrecord.droplets.core;

import java.util.regex.Pattern;

/**
 * An EC2 instance's id.
 *
 * @param value {@code i-} and 8 to 17 lower-case hexadecimal digits
 */
public record InstanceId(String value) {

    private static final Pattern FORM = Pattern.compile("i-[0-9a-f]{8,17}");
    private static final int SHOWN_MAX = 40;

    public InstanceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value.substring(0, Math.min(SHOWN_MAX, value.length()))
                    + "' is not an instance; send i- and 8 to 17 hexadecimal digits, for example i-0123456789abcdef0");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
