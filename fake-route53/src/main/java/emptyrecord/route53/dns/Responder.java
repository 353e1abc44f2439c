package emptyrecord.route53.dns;

import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.AnswerFunction;
import emptyrecord.route53.core.DnsResult;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.dns.QueryCounter.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Turns a query's bytes into the replies' bytes (RFC 1035, RFC 6891). Whatever the bytes are, it returns: a packet that
 * cannot be read is answered FORMERR if it has a whole header, else dropped, and counted.
 */
public final class Responder {

    /** Largest UDP payload that fits everywhere without fragments (DNS flag day 2020). */
    static final int UDP_PAYLOAD_MAX = 1232;

    /** RFC 1035 section 4.2.1, for clients without EDNS. */
    private static final int UDP_PAYLOAD_PLAIN = 512;

    private static final int HEADER_BYTES = 12;
    private static final int TCP_PAYLOAD_MAX = 65_535;

    private final Supplier<Zones> published;
    private final ServfailDraw servfail;
    private final QueryCounter counter;

    public Responder(Supplier<Zones> published, ServfailDraw servfail, QueryCounter counter) {
        this.published = published;
        this.servfail = servfail;
        this.counter = counter;
    }

    /** @return the replies in order: one, several for a zone transfer, none for what must not be answered */
    List<byte[]> respond(byte[] query, Transport transport, RandomGenerator random) {
        if (query.length < HEADER_BYTES || (query[2] & 0x80) != 0) {
            counter.malformed(transport);
            return List.of();
        }
        try {
            return answer(new Message(query), transport, random);
        } catch (IOException | RuntimeException e) {
            counter.malformed(transport);
            return List.of(headerOnly(query, Rcode.FORMERR));
        }
    }

    private List<byte[]> answer(Message query, Transport transport, RandomGenerator random) {
        Message reply = begin(query);
        Record question = query.getQuestion();
        Outcome refusal = refusal(query, question, transport);
        if (refusal != null) {
            reply.getHeader().setRcode(rcode(refusal));
            return one(reply, query, refusal, transport);
        }
        Zones zones = published.get();
        if (question.getType() == Type.AXFR || question.getType() == Type.IXFR) {
            return transfer(query, reply, zones, transport);
        }
        Outcome outcome = fails(zones, question.getName(), random)
                ? failed(reply)
                : fill(reply, new AnswerFunction(zones, random).answer(question.getName(), question.getType()));
        return one(reply, query, outcome, transport);
    }

    private static Message begin(Message query) {
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
        if (query.getOPT() != null) {
            int extended = query.getOPT().getVersion() == 0 ? 0 : Rcode.BADVERS >> 4;
            reply.addRecord(new OPTRecord(UDP_PAYLOAD_MAX, extended, 0), Section.ADDITIONAL);
        }
        return reply;
    }

    private static @Nullable Outcome refusal(Message query, @Nullable Record question, Transport transport) {
        OPTRecord opt = query.getOPT();
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            return Outcome.NOTIMP;
        }
        if (question == null || query.getHeader().getCount(Section.QUESTION) != 1) {
            return Outcome.FORMERR;
        }
        if (opt != null && opt.getVersion() != 0) {
            return Outcome.BADVERS;
        }
        boolean transferOverUdp = question.getType() == Type.AXFR && transport == Transport.UDP;
        return question.getDClass() != DClass.IN || transferOverUdp ? Outcome.REFUSED : null;
    }

    private static int rcode(Outcome outcome) {
        return switch (outcome) {
            case NOTIMP -> Rcode.NOTIMP;
            case FORMERR -> Rcode.FORMERR;
            case BADVERS -> Rcode.BADVERS & 0xF;
            default -> Rcode.REFUSED;
        };
    }

    private boolean fails(Zones zones, Name name, RandomGenerator random) {
        return zones.enclosing(name)
                .filter(zone -> servfail.hits(zone.apex().plain(), random))
                .isPresent();
    }

    private static Outcome failed(Message reply) {
        reply.getHeader().setRcode(Rcode.SERVFAIL);
        return Outcome.SERVFAIL;
    }

    private static Outcome fill(Message reply, DnsResult result) {
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

    private List<byte[]> transfer(Message query, Message reply, Zones zones, Transport transport) {
        Name name = query.getQuestion().getName();
        return zones.enclosing(name)
                .filter(zone ->
                        transport == Transport.TCP && zone.apex().toName().equals(name))
                .map(zone -> {
                    counter.answered(transport, Outcome.TRANSFER);
                    return ZoneTransfer.messages(zones, zone, query);
                })
                .orElseGet(() -> {
                    reply.getHeader().setRcode(Rcode.REFUSED);
                    return one(reply, query, Outcome.REFUSED, transport);
                });
    }

    private List<byte[]> one(Message reply, Message query, Outcome outcome, Transport transport) {
        byte[] wire = reply.toWire(transport == Transport.UDP ? udpMax(query) : TCP_PAYLOAD_MAX);
        if ((wire[2] & 0x02) != 0) {
            counter.truncated();
        }
        counter.answered(transport, outcome);
        return List.of(wire);
    }

    private static int udpMax(Message query) {
        OPTRecord opt = query.getOPT();
        return opt == null ? UDP_PAYLOAD_PLAIN : Math.clamp(opt.getPayloadSize(), UDP_PAYLOAD_PLAIN, UDP_PAYLOAD_MAX);
    }

    private static byte[] headerOnly(byte[] query, int rcode) {
        byte[] reply = new byte[HEADER_BYTES];
        System.arraycopy(query, 0, reply, 0, 3);
        reply[2] = (byte) (0x80 | (query[2] & 0x79));
        reply[3] = (byte) rcode;
        return reply;
    }
}
