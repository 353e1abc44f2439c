package emptyrecord.route53.dns;

import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.AnswerFunction;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.dns.QueryCounter.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Turns a query's bytes into the replies' bytes (RFC 1035, RFC 6891). It returns for any bytes: a packet that
 * cannot be read is answered FORMERR if it has a whole header, else dropped, and counted. A reply is never answered, or
 * two servers would talk for ever.
 */
public final class Responder {

    /** Longest query that is read; what follows is cut off, so that it is no message. */
    static final int QUERY_BYTES_MAX = 4096;

    private final Supplier<Zones> published;
    private final Supplier<Health> health;
    private final ServfailDraw servfail;
    private final QueryCounter counter;
    private final AnswerCache cache = new AnswerCache();

    /**
     * @param published the zones of each moment
     * @param health the statuses of each moment
     */
    public Responder(Supplier<Zones> published, Supplier<Health> health, ServfailDraw servfail, QueryCounter counter) {
        this.published = published;
        this.health = health;
        this.servfail = servfail;
        this.counter = counter;
    }

    /** @return the replies in order: one, a {@link ZoneTransfer}, or none for a message that must not be answered */
    Iterable<byte[]> respond(byte[] query, Transport transport, RandomGenerator random) {
        if (query.length < Replies.HEADER_BYTES || (query[2] & 0x80) != 0) {
            counter.malformed(transport);
            return List.of();
        }
        Published now = new Published(published.get(), health.get());
        AnswerCache.Kept kept = isKept(transport) ? cache.find(query, now) : null;
        if (kept != null) {
            return List.of(counted(kept, transport).to(query));
        }
        try {
            return answer(new Asked(query, transport, now), random);
        } catch (IOException | RuntimeException e) {
            counter.malformed(transport);
            return List.of(Replies.headerOnly(query));
        }
    }

    /** A message of which only a part came. */
    void torn(Transport transport) {
        counter.malformed(transport);
    }

    /** A fault of chance is drawn for each query. Bytes that came by TCP are answered up to another length. */
    private boolean isKept(Transport transport) {
        return transport == Transport.UDP && !servfail.isOn();
    }

    private AnswerCache.Kept counted(AnswerCache.Kept reply, Transport transport) {
        if (Replies.isTruncated(reply.wire())) {
            counter.truncated();
        }
        counter.answered(transport, reply.outcome());
        return reply;
    }

    /** @param now what the answer is made from */
    @SuppressWarnings("ArrayRecordComponent")
    private record Asked(byte[] bytes, Transport transport, Published now) {}

    private Iterable<byte[]> answer(Asked asked, RandomGenerator random) throws IOException {
        Transport transport = asked.transport();
        Message query = QueryCheck.read(asked.bytes());
        Message reply = Replies.begin(query);
        Outcome refusal = QueryCheck.refusal(query, transport);
        if (refusal != null) {
            reply.getHeader().setRcode(QueryCheck.headerRcode(refusal));
            return one(reply, query, refusal, transport);
        }
        Zones zones = asked.now().zones();
        Record question = query.getQuestion();
        if (question.getType() == Type.AXFR || question.getType() == Type.IXFR) {
            return transfer(query, reply, asked.now(), transport);
        }
        if (fails(zones, question.getName(), random)) {
            reply.getHeader().setRcode(Rcode.SERVFAIL);
            return one(reply, query, Outcome.SERVFAIL, transport);
        }
        WatchedRandom chance = new WatchedRandom(random);
        AnswerFunction function = new AnswerFunction(zones, asked.now().health(), chance);
        Outcome outcome = Replies.fill(reply, function.answer(question.getName(), question.getType()));
        AnswerCache.Kept made = new AnswerCache.Kept(reply.toWire(Replies.bytesMax(query, transport)), outcome);
        if (isKept(transport) && !chance.isDrawn()) {
            cache.keep(asked.bytes(), asked.now(), made);
        }
        return List.of(counted(made, transport).wire());
    }

    private boolean fails(Zones zones, Name name, RandomGenerator random) {
        return servfail.isOn()
                && zones.enclosing(name)
                        .filter(zone -> servfail.hits(zone.apex().plain(), random))
                        .isPresent();
    }

    private Iterable<byte[]> transfer(Message query, Message reply, Published now, Transport transport) {
        Name name = query.getQuestion().getName();
        Optional<ZoneData> zone = now.zones()
                .enclosing(name)
                .filter(z -> transport == Transport.TCP && z.apex().toName().equals(name));
        if (zone.isEmpty()) {
            reply.getHeader().setRcode(Rcode.REFUSED);
            return one(reply, query, Outcome.REFUSED, transport);
        }
        counter.answered(transport, Outcome.TRANSFER);
        return new ZoneTransfer(now, zone.get(), query);
    }

    private List<byte[]> one(Message reply, Message query, Outcome outcome, Transport transport) {
        byte[] wire = reply.toWire(Replies.bytesMax(query, transport));
        return List.of(counted(new AnswerCache.Kept(wire, outcome), transport).wire());
    }
}
