package emptyrecord.api.client;

import emptyrecord.api.common.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request without the wanted answer. A caller words it for its own reader. */
public abstract sealed class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient URI uri;

    private CallFailure(URI uri, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.uri = uri;
    }

    public URI uri() {
        return uri;
    }

    /** Nothing answered, or not in time. */
    public static final class Silence extends CallFailure {

        private static final long serialVersionUID = 1;

        private final @Nullable Duration timeout;

        Silence(URI uri, @Nullable Duration timeout, Throwable cause) {
            super(uri, uri + " does not answer", cause);
            this.timeout = timeout;
        }

        /** The time-out that ran out; empty when there was no connection. */
        public Optional<Duration> timeout() {
            return Optional.ofNullable(timeout);
        }
    }

    /** An answer with an error status, 400 or more. */
    public static final class Refusal extends CallFailure {

        private static final long serialVersionUID = 1;

        private final int status;
        private final byte[] body;

        Refusal(URI uri, int status, byte[] body) {
            super(uri, uri + " answered with HTTP status " + status, null);
            this.status = status;
            this.body = body.clone();
        }

        public int status() {
            return status;
        }

        public byte[] body() {
            return body.clone();
        }

        /** The problem's detail (RFC 9457), or the status of an answer without one. */
        public String reason() {
            return Problem.read(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                    .map(Problem::detail)
                    .filter(detail -> !detail.isEmpty())
                    .orElseGet(() -> "HTTP status " + status);
        }
    }

    /** An answer that is not JSON, or JSON of another shape: another program has the port. */
    public static final class Foreign extends CallFailure {

        private static final long serialVersionUID = 1;

        Foreign(URI uri) {
            super(uri, uri + " answered with something else", null);
        }
    }
}
