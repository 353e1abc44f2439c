package emptyrecord.dynamo.web;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The bytes of an answer. A long part is announced first, and the budget may refuse it. */
final class ReplyBuffer extends ByteArrayOutputStream {

    private static final int TYPICAL = 512;
    /** What surrounds the items, and what the generator still has in its own buffer. */
    private static final int SLACK = 10 << 10;

    private final Allowance allowance;

    ReplyBuffer(Allowance allowance) {
        super(TYPICAL);
        this.allowance = allowance;
    }

    /** Makes room for {@code bytes} more, so that the buffer is not doubled and copied on the way. */
    void expect(long bytes) {
        allowance.reply(bytes);
        grow(bytes);
    }

    /** The same for one that holds a lock: it does not wait for others. */
    void expectNow(long bytes) {
        allowance.replyNow(bytes);
        grow(bytes);
    }

    private void grow(long bytes) {
        if (count + bytes > buf.length) {
            buf = Arrays.copyOf(buf, Math.toIntExact(count + bytes + SLACK));
        }
    }

    /** Takes what answering costs beyond what the body told, or waits for it. */
    void work(long bytes) {
        allowance.work(bytes);
    }

    Reply reply(int status, Reply.Outcome outcome) {
        return new Reply(status, buf, count, outcome);
    }
}
