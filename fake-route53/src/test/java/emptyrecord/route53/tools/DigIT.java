package emptyrecord.route53.tools;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.testkit.Program;
import emptyrecord.route53.Route53Application;
import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.dns.DnsServer;
import emptyrecord.route53.zones.Submission;
import emptyrecord.route53.zones.ZoneStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code dig} of Debian's package bind9-dnsutils: over UDP and TCP, with EDNS and without, and a whole zone. */
class DigIT {

    private static final String ZONE = "Z01REGIONAL";
    private static final String APEX = "dynamodb.us-east-1.amazonaws.test";

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;
    private static Program dig;

    @BeforeAll
    static void start() {
        dig = Program.orSkip("/usr/bin/dig", "bind9-dnsutils");
        service = new SpringApplicationBuilder(Route53Application.class)
                .run("--server.port=0", "--route53.dns.port=0", "--lab.data-dir=" + folder);
        List<String> many =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "10.1.0." + i).toList();
        create(
                RecordSetSpec.ofValues("leaf." + APEX, "A", 60, List.of("127.0.1.10")),
                RecordSetSpec.ofAlias(APEX, "A", ZONE, "leaf." + APEX),
                RecordSetSpec.ofValues("many." + APEX, "A", 60, many),
                RecordSetSpec.ofValues("t." + APEX, "TXT", 60, List.of("\"one\" \"two words\"")),
                RecordSetSpec.ofValues("six." + APEX, "AAAA", 60, List.of("2001:db8::1")),
                RecordSetSpec.ofValues("c." + APEX, "CNAME", 60, List.of("six." + APEX + ".")),
                RecordSetSpec.ofValues("_x._tcp." + APEX, "SRV", 60, List.of("1 2 80 six." + APEX + ".")));
        Awaitility.await().until(() -> dig("+short", "_x._tcp." + APEX, "SRV").contains("1 2 80"));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static void create(RecordSetSpec... sets) {
        List<Change> changes = new ArrayList<>();
        for (RecordSetSpec set : sets) {
            changes.add(new Change(Action.CREATE, set));
        }
        assertThat(service.getBean(ZoneStore.class).submit(ZONE, new ChangeBatch(changes)))
                .isInstanceOf(Submission.Accepted.class);
    }

    private static String dig(String... arguments) {
        int port = service.getBean(DnsServer.class).port();
        List<String> all =
                new ArrayList<>(List.of("@127.0.0.1", "-p", String.valueOf(port), "+nocmd", "+tries=3", "+time=5"));
        all.addAll(List.of(arguments));
        return dig.run(Map.of("HOME", folder.toString()), all).output();
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
