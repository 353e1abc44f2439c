package emptyrecord.route53.tools;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.testkit.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code dig} of Debian's package bind9-dnsutils: over UDP and TCP, with EDNS and without, and a whole zone. */
class DigIT extends RunningDns {

    private static Program dig;

    @BeforeAll
    static void find() {
        dig = Program.orSkip("/usr/bin/dig", "bind9-dnsutils");
    }

    private static String dig(String... arguments) {
        List<String> all = new ArrayList<>(List.of("@127.0.0.1", "-p", port(), "+nocmd", "+tries=3", "+time=5"));
        all.addAll(List.of(arguments));
        return output(dig, all);
    }

    @Test
    void everyTypeIsAnsweredOverUdpAndTcp() {
        for (String transport : List.of("+notcp", "+tcp")) {
            assertThat(dig(transport, "+short", APEX, "A")).isEqualTo("127.0.1.10\n");
            assertThat(dig(transport, "+short", "t." + APEX, "TXT")).isEqualTo("\"one\" \"two words\"\n");
            assertThat(dig(transport, "+short", "c." + APEX, "AAAA")).isEqualTo("six." + APEX + ".\n2001:db8::1\n");
            assertThat(dig(transport, "+short", APEX, "NS").lines()).hasSize(4);
            assertThat(dig(transport, "+short", APEX, "SOA")).contains("awsdns-hostmaster");
        }
    }

    @Test
    void aLongAnswerComesOverTcpAfterTruncation() {
        assertThat(dig("many." + APEX, "A")).contains("Truncated, retrying in TCP mode", "ANSWER: 120");
        assertThat(dig("+ignore", "+noedns", "many." + APEX, "A"))
                .contains(" tc", "ANSWER: 0")
                .doesNotContain("OPT PSEUDOSECTION");
    }

    @Test
    void ednsIsSpokenAndNewerEdnsIsRefused() {
        assertThat(dig("+edns=0", "+bufsize=4096", "+dnssec", "+ednsopt=65001:abcd", "+noednsneg", APEX, "A"))
                .contains("status: NOERROR", "EDNS: version: 0, flags: do; udp: 1232")
                .doesNotContain("65001");
        assertThat(dig("+edns=1", "+noednsneg", APEX, "A")).contains("status: BADVERS", "ANSWER: 0");
    }

    @Test
    void emptyMissingAndForeignAreTold() {
        assertThat(dig(APEX, "AAAA")).contains("status: NOERROR", "ANSWER: 0", "SOA");
        assertThat(dig("_tcp." + APEX, "A")).contains("status: NOERROR", "ANSWER: 0", "SOA");
        assertThat(dig("none." + APEX, "A")).contains("status: NXDOMAIN", "SOA");
        assertThat(dig("example.test", "A")).contains("status: REFUSED");
        assertThat(dig("CH", "TXT", "version.bind")).contains("status: REFUSED");
        assertThat(dig("+opcode=STATUS", APEX)).contains("status: NOTIMP");
        assertThat(dig("+tcp", APEX, "TYPE65280")).contains("status: NOERROR", "ANSWER: 0");
    }

    @Test
    void aZoneIsTransferredWhole() {
        String zone = dig(APEX, "AXFR");
        assertThat(zone).contains("XFR size: 132 records");
        assertThat(zone.lines().filter(line -> line.matches("\\S+\\s+900\\s+IN\\s+SOA\\s.*")))
                .hasSize(2);
        assertThat(zone.lines().filter(line -> line.startsWith("many."))).hasSize(120);
        assertThat(dig("none." + APEX, "AXFR")).contains("Transfer failed");
    }
}
