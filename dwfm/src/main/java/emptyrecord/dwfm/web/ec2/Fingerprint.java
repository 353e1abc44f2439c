package emptyrecord.dwfm.web.ec2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A digest of parameters, whatever their order; lengths keep one value from looking like two. */
final class Fingerprint {

    private static final int BYTES = 16;

    private Fingerprint() {}

    /** @param counts names of the parameters that matter */
    static String of(Map<String, String> values, Predicate<String> counts) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(values).forEach((name, value) -> {
            if (counts.test(name)) {
                all.append(name.length()).append(':').append(name).append('=').append(value.length());
                all.append(':').append(value);
            }
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
