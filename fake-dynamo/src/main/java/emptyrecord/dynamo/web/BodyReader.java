package emptyrecord.dynamo.web;

import emptyrecord.dynamo.core.HeapPlan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies up to a limit. Memory is taken as the bytes come, not as the head announces them. A refused body is read
 * to its end and discarded, so that the caller receives the refusal.
 *
 * @param max bytes of the largest body
 */
record BodyReader(long max) {

    /** Beyond this length the connection is closed instead: the limit of the service itself. */
    private static final long DISCARDED_MAX = 16L << 20;

    /** How reading ended. */
    sealed interface Body {}

    /** @param buffer begins with the {@code length} bytes of the body */
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(byte[] buffer, int length) implements Body {}

    record TooLarge() implements Body {}

    /** The budget for arriving bodies is used up. */
    record NoRoom() implements Body {}

    /** @throws IOException if the caller breaks off, takes too long, or sends broken chunks */
    Body read(@Nullable HttpEntity entity, Allowance allowance) throws IOException {
        if (entity == null) {
            return new Whole(new byte[0], 0);
        }
        InputStream in = entity.getContent();
        if (entity.getContentLength() > max) {
            return discard(in, new TooLarge());
        }
        // one more than the body has, so that its end shows
        int most = (int) (entity.getContentLength() < 0 ? max : entity.getContentLength()) + 1;
        byte[] bytes = new byte[Math.min(HeapPlan.FREE, most)];
        int length = 0;
        while (true) {
            int got = in.read(bytes, length, bytes.length - length);
            if (got < 0) {
                return new Whole(bytes, length);
            }
            length += got;
            if (length > max) {
                return discard(in, new TooLarge());
            }
            if (length == bytes.length) {
                int more = (int) Math.min(bytes.length, most - length);
                if (!allowance.grow(more)) {
                    return discard(in, new NoRoom());
                }
                bytes = Arrays.copyOf(bytes, length + more);
            }
        }
    }

    private static Body discard(InputStream in, Body answer) throws IOException {
        byte[] rest = new byte[HeapPlan.FREE];
        long left = DISCARDED_MAX;
        for (int got = in.read(rest); got >= 0; got = in.read(rest)) {
            left -= got;
            if (left < 0) {
                throw new IOException("the caller sends without end");
            }
        }
        return answer;
    }
}
