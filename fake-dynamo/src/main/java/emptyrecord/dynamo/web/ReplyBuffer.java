package emptyrecord.dynamo.web;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The bytes of an answer. A long part is announced first, and the budget may refuse it. */
final class ReplyBuffer extends ByteArrayOutputStream {

    private static final int TYPICAL = 512;
    /** The text around the items, and the content of the generator's own buffer. */
    private static final int SLACK = 10 << 10;

    private final Allowance allowance;

    ReplyBuffer(Allowance allowance) {
        super(TYPICAL);
        this.allowance = allowance;
    }

    /** Reserves room for {@code bytes} more, so that the buffer is not doubled and copied while it grows. */
    void expect(long bytes) {
        allowance.reply(bytes);
        grow(bytes);
    }

    /** The same while holding a lock: it does not wait for others. */
    void expectNow(long bytes) {
        allowance.replyNow(bytes);
        grow(bytes);
    }

    private void grow(long bytes) {
        if (count + bytes > buf.length) {
            buf = Arrays.copyOf(buf, Math.toIntExact(count + bytes + SLACK));
        }
    }

    /** Takes the cost of answering beyond the estimate from the body, or waits for it. */
    void work(long bytes) {
        allowance.work(bytes);
    }

    /** Everything is decided; the disk's work is left. */
    void decided() {
        allowance.endTurn();
    }

    Reply reply(int status, Reply.Outcome outcome) {
        return new Reply(status, buf, count, outcome);
    }
}
