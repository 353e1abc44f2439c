package emptyrecord.route53.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What holds for the answer to any message: RFC 1035 section 4.1.1, RFC 6891 sections 6.1.1 and 6.2.5. */
final class ReplyRules {

    private static final int HEADER_BYTES = 12;
    private static final int PLAIN_MAX = 512;
    private static final int EDNS_MAX = 1232;

    private ReplyRules() {}

    /** A whole header that is no reply's. */
    static boolean isAnswered(byte[] packet) {
        return packet.length >= HEADER_BYTES && (packet[2] & 0x80) == 0;
    }

    /** @return the reply's code */
    static String check(byte[] packet, byte[] reply, Transport transport) throws IOException {
        Message answer = new Message(reply);
        assertThat(answer.getHeader().getID()).as("ID").isEqualTo((packet[0] & 0xFF) << 8 | packet[1] & 0xFF);
        assertThat(answer.getHeader().getFlag(Flags.QR)).as("a reply").isTrue();
        int opcode = packet[2] >> 3 & 0xF;
        assertThat(answer.getHeader().getOpcode()).as("opcode").isEqualTo(opcode);
        int rcode = answer.getHeader().getRcode();
        if (opcode != Opcode.QUERY) {
            assertThat(rcode)
                    .as("RFC 1035: a kind of query that is not supported")
                    .isEqualTo(Rcode.NOTIMP);
        }
        Message query = read(packet);
        if (query == null) {
            assertThat(rcode).isIn(Rcode.FORMERR, Rcode.NOTIMP);
            assertThat(reply).hasSize(HEADER_BYTES);
            return Rcode.string(rcode);
        }
        if (transport == Transport.UDP) {
            assertThat(reply.length).as("no larger than the client takes").isLessThanOrEqualTo(bytesMax(query));
        }
        Record question = query.getQuestion();
        if (question != null) {
            assertThat(answer.getQuestion()).as("question").isEqualTo(question);
        }
        if (rcode == Rcode.NOERROR && !isTransfer(question)) {
            assertThat(query.getHeader().getCount(Section.QUESTION)).isEqualTo(1);
        }
        return Rcode.string(rcode);
    }

    private static boolean isTransferOf(byte[] packet) {
        Message query = read(packet);
        return query != null && isTransfer(query.getQuestion());
    }

    private static boolean isTransfer(@Nullable Record question) {
        return question != null && (question.getType() == Type.AXFR || question.getType() == Type.IXFR);
    }

    /** A whole message, or null, whatever its TC bit; longer ones than {@link Responder#QUERY_BYTES_MAX} are cut off. */
    private static @Nullable Message read(byte[] packet) {
        try {
            byte[] copy = packet.clone();
            copy[2] &= ~0x02;
            Message query = new Message(copy);
            return query.numBytes() == packet.length && packet.length <= Responder.QUERY_BYTES_MAX ? query : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static int bytesMax(Message query) {
        OPTRecord opt = query.getOPT();
        return opt == null ? PLAIN_MAX : Math.clamp(opt.getPayloadSize(), PLAIN_MAX, EDNS_MAX);
    }

    /**
     * Checks the answers of a connection in order: each query has one, or a transfer of one and more.
     *
     * @param conversation what was sent, with a length before each message; the last may be torn
     */
    static String checkAll(byte[] conversation, byte[] answers) throws IOException {
        Deque<byte[]> asked = new ArrayDeque<>();
        frames(conversation).stream().filter(ReplyRules::isAnswered).forEach(asked::add);
        int expected = asked.size();
        byte[] current = new byte[0];
        for (byte[] reply : frames(answers)) {
            boolean sameTransfer =
                    current.length > 0 && reply[0] == current[0] && reply[1] == current[1] && isTransferOf(current);
            if (!sameTransfer) {
                assertThat(asked).as("a query of each answer").isNotEmpty();
                current = asked.remove();
            }
            check(current, reply, Transport.TCP);
        }
        assertThat(asked).as("queries without an answer").isEmpty();
        return expected + " answered";
    }

    private static Deque<byte[]> frames(byte[] bytes) {
        Deque<byte[]> frames = new ArrayDeque<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.remaining() >= Short.BYTES) {
            int length = in.getShort() & 0xFFFF;
            if (length > in.remaining()) {
                break;
            }
            byte[] frame = Arrays.copyOfRange(bytes, in.position(), in.position() + length);
            in.position(in.position() + length);
            frames.add(frame);
        }
        return frames;
    }
}
