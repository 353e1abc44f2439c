package emptyrecord.route53.dns;

import emptyrecord.route53.core.DnsResult;
import emptyrecord.route53.dns.QueryCounter.Outcome;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Makes replies: the frame from the query, and the zones' answer in it. */
final class Replies {

    /** Largest UDP payload that fits everywhere without fragments (DNS flag day 2020). */
    static final int UDP_PAYLOAD_MAX = 1232;

    static final int HEADER_BYTES = 12;

    /** RFC 1035 section 4.2.1, for clients without EDNS. */
    private static final int UDP_PAYLOAD_PLAIN = 512;

    private static final int TCP_PAYLOAD_MAX = 65_535;

    private Replies() {}

    /** ID, opcode, RD and question as they came; an OPT for an OPT, with its DO bit (RFC 6891, RFC 3225 section 3). */
    static Message begin(Message query) {
        Message reply = new Message(query.getHeader().getID());
        Header header = reply.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(query.getHeader().getOpcode());
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        Record question = query.getQuestion();
        if (question != null) {
            reply.addRecord(question, Section.QUESTION);
        }
        OPTRecord opt = query.getOPT();
        if (opt != null) {
            int extended = opt.getVersion() == 0 ? 0 : Rcode.BADVERS >> 4;
            int flags = opt.getFlags() & ExtendedFlags.DO;
            reply.addRecord(new OPTRecord(UDP_PAYLOAD_MAX, extended, 0, flags), Section.ADDITIONAL);
        }
        return reply;
    }

    static Outcome fill(Message reply, DnsResult result) {
        Header header = reply.getHeader();
        if (!(result instanceof DnsResult.NotOurs)) {
            header.setFlag(Flags.AA);
        }
        return switch (result) {
            case DnsResult.Found found -> {
                found.answers().forEach(r -> reply.addRecord(r, Section.ANSWER));
                yield Outcome.ANSWERED;
            }
            case DnsResult.Empty empty -> {
                negative(reply, empty.chain(), empty.soa());
                yield Outcome.EMPTY;
            }
            case DnsResult.NoSuchName none -> {
                header.setRcode(Rcode.NXDOMAIN);
                negative(reply, none.chain(), none.soa());
                yield Outcome.NO_SUCH_NAME;
            }
            case DnsResult.NotOurs foreign -> {
                header.setRcode(Rcode.REFUSED);
                yield Outcome.REFUSED;
            }
        };
    }

    private static void negative(Message reply, List<Record> chain, Optional<Record> soa) {
        chain.forEach(r -> reply.addRecord(r, Section.ANSWER));
        soa.ifPresent(r -> reply.addRecord(r, Section.AUTHORITY));
    }

    /** The most bytes that the client can take. */
    static int bytesMax(Message query, Transport transport) {
        OPTRecord opt = query.getOPT();
        if (transport == Transport.TCP) {
            return TCP_PAYLOAD_MAX;
        }
        return opt == null ? UDP_PAYLOAD_PLAIN : Math.clamp(opt.getPayloadSize(), UDP_PAYLOAD_PLAIN, UDP_PAYLOAD_MAX);
    }

    static boolean isTruncated(byte[] wire) {
        return (wire[2] & 0x02) != 0;
    }

    /** Answers a packet of which no more than the header could be read: FORMERR, or NOTIMP if it is no query. */
    static byte[] headerOnly(byte[] packet) {
        byte[] reply = new byte[HEADER_BYTES];
        System.arraycopy(packet, 0, reply, 0, 3);
        int opcode = (packet[2] >> 3) & 0xF;
        reply[2] = (byte) (0x80 | (packet[2] & 0x79));
        reply[3] = (byte) (opcode == Opcode.QUERY ? Rcode.FORMERR : Rcode.NOTIMP);
        return reply;
    }
}
