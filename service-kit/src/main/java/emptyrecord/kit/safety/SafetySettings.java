package emptyrecord.kit.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for changing a service's state.
 *
 * @param token the facilitator's token; a request that changes state must send it. Default none: everybody on this
 *     machine may
 * @param tokenFile file that holds the token instead, for example a secret of Docker's; default none
 * @param hosts names under which the service may be asked, beside addresses, names without a dot and names under
 *     {@code .localhost} and {@code .test}; default none
 * @param ownNetwork says that the network the service listens on belongs to the region alone, as a container's does whose
 *     ports are published on 127.0.0.1 only; then it may listen beyond loopback without a token. Default false
 * @param faultLease real time after which an injected fault clears itself unless its lease is renewed or it was injected
 *     until healed; default 30m, twice a night at speed 60; our choice
 */
@ConfigurationProperties("lab")
public record SafetySettings(
        @Nullable String token,
        @Nullable Path tokenFile,
        @DefaultValue Set<String> hosts,
        @DefaultValue("false") boolean ownNetwork,
        @DefaultValue("30m") Duration faultLease) {

    public SafetySettings {
        if (!faultLease.isPositive()) {
            throw new IllegalArgumentException("lab.fault-lease must be longer than nothing, for example 30m");
        }
        if (given(token) && given(tokenFile)) {
            throw new IllegalArgumentException("Set lab.token or lab.token-file, not both");
        }
        facilitator(token, tokenFile);
    }

    private static boolean given(@Nullable Object setting) {
        return setting != null && !setting.toString().isEmpty();
    }

    /** The token, wherever it is set; an empty setting is none. */
    public Optional<FacilitatorToken> facilitator() {
        return facilitator(token, tokenFile);
    }

    private static Optional<FacilitatorToken> facilitator(@Nullable String token, @Nullable Path file) {
        String text = file == null || !given(file) ? token : read(file);
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(new FacilitatorToken(text));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("lab.token-file " + file
                    + " cannot be read; write the facilitator's token" + " into it, readable for this user only");
        }
    }

    /** Without the token: settings end up in logs and errors. */
    @Override
    public String toString() {
        return "SafetySettings[token=" + (given(token) || given(tokenFile) ? "set" : "none") + ", hosts=" + hosts
                + ", ownNetwork=" + ownNetwork + ", faultLease=" + faultLease + "]";
    }
}
