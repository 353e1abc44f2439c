package emptyrecord.dynamo.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads bodies up to a limit. What is longer is read to its end and thrown away, so that the caller hears the refusal. */
record BodyReader(long max) {

    /** Beyond this much the caller is cut off instead. */
    private static final long DISCARDED_MAX = 64L << 20;

    /** The body, or empty if it is too long. */
    Optional<byte[]> read(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        byte[] body = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, max + 1));
        if (body.length <= max) {
            return Optional.of(body);
        }
        discard(in);
        return Optional.empty();
    }

    private static void discard(InputStream in) throws IOException {
        byte[] rest = new byte[1 << 16];
        long left = DISCARDED_MAX;
        for (int got = in.read(rest); got >= 0 && left > 0; got = in.read(rest)) {
            left -= got;
        }
    }
}
