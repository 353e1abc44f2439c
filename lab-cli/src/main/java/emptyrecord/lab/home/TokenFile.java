package emptyrecord.lab.home;

import emptyrecord.kit.safety.FacilitatorToken;
import emptyrecord.lab.failure.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facilitator's token: in the variable {@code LAB_TOKEN}, or in the file {@code token} of the region's folder,
 * which only this user can read. The services and every later {@code ./lab} on this machine read the file.
 */
public final class TokenFile {

    private static final String VARIABLE = "LAB_TOKEN";
    private static final int RANDOM_BYTES = 16;

    private final Path file;
    private final @Nullable String variable;

    public TokenFile(LabHome home) {
        this(home.run().resolve("token"), System.getenv(VARIABLE));
    }

    public TokenFile(Path file, @Nullable String variable) {
        this.file = file;
        this.variable = variable;
    }

    /** Whether the variable is set. */
    public static boolean isGiven() {
        String given = System.getenv(VARIABLE);
        return given != null && !given.isBlank();
    }

    /** The token to send, if there is one; the variable wins. */
    public Optional<FacilitatorToken> token() {
        return text().map(TokenFile::checked);
    }

    private Optional<String> text() {
        if (variable != null && !variable.isBlank()) {
            return Optional.of(variable.strip());
        }
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new LabException("cannot read the facilitator's token in " + file + " (" + e.getMessage()
                    + "); run as the user who started the region, or set " + VARIABLE);
        }
    }

    private static FacilitatorToken checked(String text) {
        try {
            return new FacilitatorToken(text);
        } catch (IllegalArgumentException e) {
            throw new LabException(String.valueOf(e.getMessage()));
        }
    }

    /** The file, for services to read; empty where the region has none. */
    public Optional<Path> path() {
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /**
     * Writes the token of a region that is about to start: the variable's, or a random one if one is wanted and the
     * region's kept data has none.
     *
     * @param wanted whether to make a token when none is given
     */
    public void write(boolean wanted) {
        Optional<String> given = Optional.ofNullable(variable).filter(v -> !v.isBlank());
        if (given.isEmpty() && (!wanted || Files.exists(file))) {
            return;
        }
        String text = given.map(String::strip).orElseGet(TokenFile::random);
        checked(text);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new LabException("cannot write the facilitator's token to " + file + ": " + e.getMessage());
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
