package emptyrecord.route53.dns;

import static emptyrecord.route53.core.Batches.accepted;
import static emptyrecord.route53.core.Batches.upsert;
import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.route53.chaos.ServfailDraw;
import emptyrecord.route53.core.Health;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.core.ZoneData;
import emptyrecord.route53.core.Zones;
import emptyrecord.route53.telemetry.DnsMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.GenericEDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The rules of DNS messages, one by one, on bytes. */
class ResponderTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private ZoneData zone = NightZone.make();
    private final Responder responder = new Responder(
            () -> Zones.of(List.of(zone)),
            () -> Health.ALL_HEALTHY,
            new ServfailDraw(ServfailDraw.fault()),
            new DnsMeters(meters));

    private static Message query(String name, int type) {
        return Message.newQuery(Record.newRecord(Name.fromConstantString(name + "."), type, DClass.IN));
    }

    private List<byte[]> send(byte[] packet, Transport transport) {
        List<byte[]> replies = new ArrayList<>();
        responder.respond(packet, transport, new SplittableRandom(1)).forEach(replies::add);
        return replies;
    }

    private Message ask(Message query) {
        return parse(send(query.toWire(), Transport.UDP).getFirst());
    }

    private static Message parse(byte[] reply) {
        try {
            return new Message(reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double malformed() {
        return meters.get("route53.dns.malformed")
                .tag("transport", "udp")
                .counter()
                .count();
    }

    /** Resolvers hide random bits in the case of the question; they come back as they were, and nothing else cares. */
    @Test
    void theCaseOfTheQuestionComesBackToTheBit() {
        byte[] asked = query("lB-0.pLAN-1.dB.tEST", Type.A).toWire();
        byte[] reply = send(asked, Transport.UDP).getFirst();

        assertThat(Arrays.copyOfRange(reply, 12, asked.length)).isEqualTo(Arrays.copyOfRange(asked, 12, asked.length));
        assertThat(parse(reply).getSection(Section.ANSWER))
                .singleElement()
                .extracting(Record::rdataToString)
                .isEqualTo("127.0.1.10");
    }

    /** RFC 1035 section 4.1.4: an owner that was said before is a pointer of two bytes. */
    @Test
    void namesAreCompressed() {
        byte[] reply =
                send(query("many.db.test", Type.A).toWire(), Transport.TCP).getFirst();
        int question = query("many.db.test", Type.A).toWire().length;

        assertThat(reply).hasSize(question + 200 * (2 + 10 + 4));
        assertThat(reply[question] & 0xC0).isEqualTo(0xC0);
    }

    /** RFC 2181 section 9: TC says that a record set is missing, and then it is missing as a whole. */
    @Test
    void whatDoesNotFitIsLeftOutWholeAndSaidSo() {
        Message plain = ask(query("many.db.test", Type.A));
        assertThat(plain.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(plain.getSection(Section.ANSWER)).isEmpty();
        assertThat(ask(query("db.test", Type.NS)).getHeader().getFlag(Flags.TC)).isFalse();
    }

    @Test
    void ednsIsAnsweredWithEdnsAndUnknownOptionsAreNotMinded() {
        Message query = query("db.test", Type.A);
        query.addRecord(
                new OPTRecord(
                        4096,
                        0,
                        0,
                        ExtendedFlags.DO | 0x0001,
                        new GenericEDNSOption(65_001, "anything".getBytes(StandardCharsets.UTF_8))),
                Section.ADDITIONAL);
        Message reply = ask(query);

        assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(reply.getOPT().getPayloadSize()).isEqualTo(Replies.UDP_PAYLOAD_MAX);
        assertThat(reply.getOPT().getFlags()).isEqualTo(ExtendedFlags.DO);
        assertThat(reply.getOPT().getOptions()).isEmpty();
        assertThat(ask(query("db.test", Type.A)).getOPT()).isNull();
    }

    @Test
    void anotherVersionOfEdnsIsBadversAndASecondOptIsFormerr() {
        Message future = query("db.test", Type.A);
        future.addRecord(new OPTRecord(1232, 0, 7), Section.ADDITIONAL);
        assertThat(ask(future).getRcode()).isEqualTo(Rcode.BADVERS);
        assertThat(ask(future).getOPT().getVersion()).isZero();
        assertThat(ask(future).getSection(Section.ANSWER)).isEmpty();

        Message twice = query("db.test", Type.A);
        twice.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
        twice.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        assertThat(ask(twice).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    /** Types that are data are NODATA where the name exists; types that only ask have no answer at all. */
    @Test
    void unknownTypesAreNoDataAndMetaTypesAreRefusedByName() {
        assertThat(ask(query("db.test", Type.HTTPS)).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask(query("db.test", 65_280)).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask(query("_tcp.db.test", 65_280)).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(ask(query("none.db.test", 65_280)).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask(query("db.test", Type.MAILB)).getRcode()).isEqualTo(Rcode.NOTIMP);
        assertThat(ask(query("db.test", Type.TKEY)).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(ask(query("db.test", Type.AXFR)).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(ask(query("db.test", Type.IXFR)).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(ask(query("db.test", Type.ANY)).getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void onlyQueriesOfTheInternetClassAreServed() {
        for (int opcode : List.of(Opcode.STATUS, Opcode.NOTIFY, Opcode.UPDATE, 14)) {
            Message other = query("db.test", Type.SOA);
            other.getHeader().setOpcode(opcode);
            Message reply = ask(other);
            assertThat(reply.getRcode()).as("opcode %s", opcode).isEqualTo(Rcode.NOTIMP);
            assertThat(reply.getHeader().getOpcode()).isEqualTo(opcode);
        }
        for (int dclass : List.of(DClass.CH, DClass.HS, DClass.ANY)) {
            Message foreign =
                    Message.newQuery(Record.newRecord(Name.fromConstantString("version.bind."), Type.TXT, dclass));
            assertThat(ask(foreign).getRcode()).isEqualTo(Rcode.REFUSED);
        }
    }

    @Test
    void aReadableHeaderIsEnoughForFormerrAndLessIsDropped() {
        byte[] good = query("db.test", Type.A).toWire();
        double before = malformed();
        for (int cut = 0; cut < good.length; cut++) {
            List<byte[]> replies = send(Arrays.copyOf(good, cut), Transport.UDP);
            if (cut < 12) {
                assertThat(replies).isEmpty();
            } else {
                assertThat(parse(replies.getFirst()).getRcode()).isEqualTo(Rcode.FORMERR);
                assertThat(replies.getFirst()).startsWith(good[0], good[1]);
            }
        }
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        assertThat(parse(send(longer, Transport.UDP).getFirst()).getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(malformed() - before).isEqualTo(good.length + 1);
    }

    /** A question that is cut off, and an OPT that is announced only; dnsjava excuses both by the TC bit. */
    @Test
    void aTornQueryIsFormerrAlsoIfItSaysThatItIsTruncated() {
        byte[] good = query("db.test", Type.A).toWire();
        good[2] |= 0x02;
        assertThat(parse(send(good, Transport.UDP).getFirst()).getRcode()).isEqualTo(Rcode.NOERROR);
        good[11] = 1;
        for (int cut = good.length; cut > 12; cut--) {
            byte[] reply = send(Arrays.copyOf(good, cut), Transport.UDP).getFirst();
            assertThat(parse(reply).getRcode()).isEqualTo(Rcode.FORMERR);
            assertThat(reply).hasSize(12);
        }
    }

    @Test
    void aReplyIsNeverAnswered() {
        Message reply = query("db.test", Type.A);
        reply.getHeader().setFlag(Flags.QR);
        assertThat(send(reply.toWire(), Transport.UDP)).isEmpty();
        assertThat(malformed()).isEqualTo(1);
    }

    @Test
    void noQuestionAndTwoQuestionsAreFormerr() {
        assertThat(ask(new Message(7)).getRcode()).isEqualTo(Rcode.FORMERR);
        Message two = query("db.test", Type.A);
        two.addRecord(Record.newRecord(Name.fromConstantString("db.test."), Type.AAAA, DClass.IN), Section.QUESTION);
        assertThat(ask(two).getRcode()).isEqualTo(Rcode.FORMERR);
    }

    /** RFC 2308 section 3: what is negative is kept for the smaller of the SOA's TTL and its MINIMUM. */
    @Test
    void negativeAnswersCarryTheSmallerOfTtlAndMinimum() {
        assertThat(negativeTtl()).isEqualTo(900);
        zone = withSoa(3600, 60);
        assertThat(negativeTtl()).isEqualTo(60);
        zone = withSoa(30, 86_400);
        assertThat(negativeTtl()).isEqualTo(30);
        assertThat(ask(query("db.test", Type.SOA))
                        .getSection(Section.ANSWER)
                        .getFirst()
                        .getTTL())
                .isEqualTo(30);
    }

    private long negativeTtl() {
        return ask(query("none.db.test", Type.A))
                .getSection(Section.AUTHORITY)
                .getFirst()
                .getTTL();
    }

    private static ZoneData withSoa(long ttl, long minimum) {
        return accepted(
                NightZone.make(),
                upsert(RecordSetSpec.ofValues(
                        "db.test", "SOA", ttl, List.of("ns.test. host.test. 1 7200 900 1209600 " + minimum))));
    }

    @Test
    void aTransferAnswersEdnsWithEdns() {
        Message query = query("db.test", Type.AXFR);
        query.addRecord(new OPTRecord(4096, 0, 0), Section.ADDITIONAL);
        assertThat(send(query.toWire(), Transport.TCP))
                .allSatisfy(m -> assertThat(parse(m).getOPT()).isNotNull());
    }
}
