package emptyrecord.route53.dns;

import emptyrecord.route53.dns.QueryCounter.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.WireParseException;

/** Reads a query and returns the reason against answering it, if any. */
final class QueryCheck {

    /** Types from here to 255 are questions and meta types, no data (RFC 6895 section 3.1). */
    private static final int META_TYPES_BEGIN = 128;

    /** RFC 1035 section 4.1.1, in the third byte. */
    private static final int TC = 0x02;

    private QueryCheck() {}

    /** @throws IOException if the bytes are no message, a part of one, or more than one */
    static Message read(byte[] bytes) throws IOException {
        Message query = new Message(notTruncated(bytes));
        if (query.numBytes() != bytes.length) {
            throw new WireParseException("bytes follow the message");
        }
        return query;
    }

    /** dnsjava reads a message that says it is truncated as far as it goes; in a query the bit says nothing. */
    private static byte[] notTruncated(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[2] &= ~TC;
        return copy;
    }

    /** The refusal that the query calls for, or null if it can be answered. */
    static @Nullable Outcome refusal(Message query, Transport transport) {
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            return Outcome.NOTIMP;
        }
        Record question = query.getQuestion();
        if (question == null || query.getHeader().getCount(Section.QUESTION) != 1 || !isOptWellPlaced(query)) {
            return Outcome.FORMERR;
        }
        OPTRecord opt = query.getOPT();
        if (opt != null && opt.getVersion() != 0) {
            return Outcome.BADVERS;
        }
        if (question.getDClass() != DClass.IN) {
            return Outcome.REFUSED;
        }
        return ofType(question.getType(), transport);
    }

    private static @Nullable Outcome ofType(int type, Transport transport) {
        return switch (type) {
            case Type.ANY, Type.IXFR -> null;
            case Type.AXFR -> transport == Transport.UDP ? Outcome.REFUSED : null;
            case Type.MAILA, Type.MAILB -> Outcome.NOTIMP;
            case 0, Type.OPT -> Outcome.FORMERR;
            default -> type >= META_TYPES_BEGIN && type <= Type.ANY ? Outcome.FORMERR : null;
        };
    }

    /** At most one OPT, of the root, in the additional section (RFC 6891 section 6.1.1). */
    private static boolean isOptWellPlaced(Message query) {
        OPTRecord opt = query.getOPT();
        Header header = query.getHeader();
        if (opt != null && !opt.getName().equals(Name.root)) {
            return false;
        }
        boolean alone = header.getCount(Section.ANSWER) + header.getCount(Section.AUTHORITY) == 0
                && header.getCount(Section.ADDITIONAL) <= 1;
        return alone || (opts(query, Section.ANSWER, Section.AUTHORITY) == 0 && opts(query, Section.ADDITIONAL) <= 1);
    }

    private static long opts(Message query, int... sections) {
        return Arrays.stream(sections)
                .mapToObj(query::getSection)
                .flatMap(List::stream)
                .filter(r -> r.getType() == Type.OPT)
                .count();
    }

    /** The low four bits, which stand in the header; BADVERS has the rest in its OPT. */
    static int headerRcode(Outcome refusal) {
        return switch (refusal) {
            case NOTIMP -> Rcode.NOTIMP;
            case FORMERR -> Rcode.FORMERR;
            case BADVERS -> Rcode.BADVERS & 0xF;
            default -> Rcode.REFUSED;
        };
    }
}
