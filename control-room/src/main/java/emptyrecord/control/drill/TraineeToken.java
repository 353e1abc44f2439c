package emptyrecord.control.drill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The secret of a drill's trainees, drawn for each drill and returned once, to the one who starts it. */
record TraineeToken(String text) {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 12;

    static TraineeToken draw() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new TraineeToken("t-" + HexFormat.of().formatHex(bytes));
    }

    /** Takes as long for a wrong token as for a right one. */
    boolean matches(@Nullable String presented) {
        return presented != null
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a trainee's token";
    }
}
