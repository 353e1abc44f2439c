package emptyrecord.kit.safety;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The secret that lets its holder change a region's state. It appears neither in logs nor in errors. */
public final class FacilitatorToken {

    /** Fewer characters can be guessed through HTTP. */
    private static final int CHARACTERS_MIN = 8;

    private final String text;

    /** @throws IllegalArgumentException if it is too short, or would not survive a header */
    public FacilitatorToken(String text) {
        if (text.length() < CHARACTERS_MIN || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("The facilitator's token must be at least " + CHARACTERS_MIN
                    + " visible ASCII characters without spaces, for example the output of: openssl rand -hex 16");
        }
        this.text = text;
    }

    /** Compares in a time that does not depend on where the two differ. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(hash(text), hash(presented));
    }

    /** The value of an Authorization header (RFC 6750, section 2.1). */
    public String bearer() {
        return "Bearer " + text;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a token";
    }
}
