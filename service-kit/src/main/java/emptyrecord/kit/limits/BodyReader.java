package emptyrecord.kit.limits;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.coyote.Request;

/**
 * Reads one body piece by piece, until it ends, is too large or too late. Room is reserved before memory is taken: all
 * of it if the header gives the body's length, else by doubling.
 */
final class BodyReader {

    /** Bytes to begin with where the header does not say how many come. */
    private static final int FIRST = 4096;

    private final int bytesMax;
    private final long deadline;
    private final BodyBudget.Share share;
    private final Piece piece = new Piece();
    private byte[] body = new byte[0];
    private int length;

    /** @param time real time for all of the body */
    BodyReader(int bytesMax, Duration time, BodyBudget.Share share) {
        this.bytesMax = bytesMax;
        this.deadline = System.nanoTime() + time.toNanos();
        this.share = share;
    }

    /**
     * @throws RefusedException when it is too large, or there is no room for it
     * @throws SocketTimeoutException when it is late
     */
    byte[] read(Request raw) throws IOException {
        makeRoom((int) Math.max(0, Math.min(raw.getContentLengthLong(), bytesMax)));
        while (true) {
            Connection.CURRENT.get().readWithin(timeLeft());
            int read = raw.doRead(piece);
            if (read < 0) {
                return length == body.length ? body : Arrays.copyOf(body, length);
            }
            if (length + read > bytesMax) {
                throw new RefusedException(Refusal.BODY_TOO_LARGE);
            }
            makeRoom(length + read);
            length = piece.moveTo(body, length);
        }
    }

    private Duration timeLeft() throws SocketTimeoutException {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
            throw new SocketTimeoutException("body-time is over");
        }
        return left;
    }

    private void makeRoom(int wanted) throws RefusedException {
        if (wanted <= body.length) {
            return;
        }
        int size = length == 0 && wanted > FIRST ? wanted : Math.min(bytesMax, Math.max(FIRST, 2 * wanted));
        if (!share.grow(size - body.length)) {
            throw new RefusedException(Refusal.BUSY);
        }
        body = Arrays.copyOf(body, size);
    }
}
