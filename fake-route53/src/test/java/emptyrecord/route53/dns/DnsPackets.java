package emptyrecord.route53.dns;

import emptyrecord.kit.testkit.fuzz.Chance;
import emptyrecord.kit.testkit.fuzz.Mutation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * DNS messages by chance: mostly right in form (RFC 1035 section 4), with odd opcodes, types, classes, EDNS and compression;
 * a third of them mutated, so that counts, lengths and pointers lie.
 */
final class DnsPackets {

    private static final int BYTES_MAX = 6_000;
    private static final int QR = 0x8000;
    private static final int OPT = 41;
    private static final List<String> NAMES = List.of(
            "db.test",
            "many.db.test",
            "DB.TeSt",
            "_x._tcp.db.test",
            "_rollback.db.test",
            "none.db.test",
            "plan-1.db.test",
            "*.db.test",
            "example.test",
            "",
            "a.".repeat(120) + "db.test",
            "x".repeat(63) + ".db.test");

    /** A, NS, CNAME, SOA, PTR, MX, TXT, AAAA, SRV, OPT, RRSIG, HTTPS, TKEY, TSIG, IXFR, AXFR, MAILB, MAILA, ANY, CAA. */
    private static final List<Integer> TYPES =
            List.of(0, 1, 2, 5, 6, 12, 15, 16, 28, 33, 41, 46, 65, 249, 250, 251, 252, 253, 254, 255, 257, 65_535);

    private final Chance chance;
    private final ByteBuffer out = ByteBuffer.allocate(8_000);

    private DnsPackets(Chance chance) {
        this.chance = chance;
    }

    static byte[] packet(Chance chance) {
        if (chance.oneIn(20)) {
            return chance.bytes(chance.below(600));
        }
        byte[] valid = new DnsPackets(chance).message();
        byte[] packet = chance.oneIn(3) ? Mutation.of(valid, chance) : valid;
        return packet.length <= BYTES_MAX ? packet : Arrays.copyOf(packet, BYTES_MAX);
    }

    private byte[] message() {
        int questions = chance.oneIn(8) ? chance.below(200) : 1;
        int answers = chance.oneIn(10) ? chance.below(4) : 0;
        int additional = chance.oneIn(2) ? 0 : chance.oneIn(8) ? chance.below(4) : 1;
        out.putShort((short) chance.bits()).putShort((short) flags());
        out.putShort(count(questions)).putShort(count(answers));
        out.putShort(count(0)).putShort(count(additional));
        for (int i = 0; i < questions && out.position() < BYTES_MAX; i++) {
            name();
            out.putShort((short) (int) chance.of(TYPES)).putShort(dnsClass());
        }
        for (int i = 0; i < answers + additional; i++) {
            record();
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private int flags() {
        int opcode = chance.oneIn(6) ? chance.below(16) : 0;
        int flags = opcode << 11 | (chance.oneIn(2) ? 0x0100 : 0);
        return chance.oneIn(15) ? flags | QR : chance.oneIn(8) ? flags | chance.below(0x0800) : flags;
    }

    private short count(int real) {
        return (short) (chance.oneIn(25) ? chance.of(List.of(0, 1, real + 1, 255, 65_535)) : real);
    }

    private short dnsClass() {
        return (short) (chance.oneIn(8) ? chance.of(List.of(0, 3, 4, 254, 255, 65_535)) : 1);
    }

    /** Labels, or a pointer: back, forward, to itself, beyond the end. */
    private void name() {
        int pointerAt = chance.oneIn(10) ? chance.below(4) : -1;
        int at = 0;
        for (String label : chance.of(NAMES).split("\\.")) {
            if (at++ == pointerAt) {
                out.putShort((short) (0xC000 | chance.of(List.of(0, 12, out.position(), out.position() + 2, 0x3FFF))));
                return;
            }
            byte[] bytes = label.getBytes(StandardCharsets.US_ASCII);
            if (bytes.length > 0) {
                out.put((byte) bytes.length).put(bytes);
            }
        }
        out.put((byte) 0);
    }

    private void record() {
        if (chance.oneIn(8)) {
            name();
            out.putShort((short) (int) chance.of(TYPES)).putShort(dnsClass()).putInt((int) chance.bits());
            data(chance.bytes(chance.below(40)));
            return;
        }
        out.put((byte) 0).putShort((short) OPT);
        out.putShort((short) (int) chance.of(List.of(0, 511, 512, 513, 1231, 1232, 1233, 4096, 65_535)));
        out.put((byte) chance.below(256)).put((byte) (chance.oneIn(8) ? chance.below(256) : 0));
        out.putShort((short) chance.bits());
        data(chance.oneIn(3) ? option() : new byte[0]);
    }

    private void data(byte[] data) {
        out.putShort((short) (chance.oneIn(15) ? chance.below(0x1_0000) : data.length))
                .put(data);
    }

    /** Cookie, client subnet, padding or another, whose length may lie. */
    private byte[] option() {
        byte[] content = chance.bytes(chance.below(24));
        int length = chance.oneIn(6) ? chance.below(0x1_0000) : content.length;
        return ByteBuffer.allocate(4 + content.length)
                .putShort((short) (int) chance.of(List.of(0, 3, 8, 10, 11, 12, 14, 15, 65_535)))
                .putShort((short) length)
                .put(content)
                .array();
    }
}
