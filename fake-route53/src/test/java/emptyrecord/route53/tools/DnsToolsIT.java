package emptyrecord.route53.tools;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code kdig} of Debian's package knot-dnsutils (EDNS options, several queries on one connection, a whole zone) and
 * {@code dnsperf} of the package dnsperf: thousands of queries, each answered with its own code.
 */
class DnsToolsIT extends RunningDns {

    private static final int ROUNDS = 500;

    private static Path queries;

    @BeforeAll
    static void write() throws IOException {
        queries = folder.resolve("queries");
        Files.write(
                queries,
                List.of(
                        APEX + " A",
                        APEX + " AAAA",
                        "t." + APEX + " TXT",
                        "c." + APEX + " AAAA",
                        "none." + APEX + " A",
                        "example.test A"));
    }

    private static String kdig(String... arguments) {
        Program kdig = Program.orSkip("/usr/bin/kdig", "knot-dnsutils");
        List<String> all = new ArrayList<>(List.of("@127.0.0.1", "-p", port(), "+retry=3", "+timeout=5"));
        all.addAll(List.of(arguments));
        return output(kdig, all);
    }

    @Test
    void kdigSeesThatTheNameAnswersAndItsAaaaIsEmpty() {
        assertThat(kdig("+short", APEX, "A")).isEqualTo("127.0.1.10\n");
        assertThat(kdig(APEX, "AAAA")).contains("status: NOERROR", "ANSWER: 0", "AUTHORITY: 1", "SOA");
    }

    @Test
    void kdigsOptionsDoNotChangeTheAnswer() {
        String answer = kdig("+cookie", "+nsid", "+padding=128", "+subnet=192.0.2.0/24", "+dnssec", APEX, "A");
        assertThat(answer)
                .contains("status: NOERROR", "ANSWER: 1", "127.0.1.10", "Version: 0; flags: do")
                .doesNotContain("WARNING", "ERROR:");
    }

    @Test
    void kdigsQueriesShareOneConnection() {
        assertThat(kdig("+tcp", "+keepopen", "+short", "t." + APEX, "TXT", "c." + APEX, "AAAA", APEX, "A"))
                .contains("\"one\" \"two words\"", "six." + APEX + ".\n2001:db8::1", "127.0.1.10");
    }

    @Test
    void kdigAsksAgainOverTcpAfterTruncation() {
        assertThat(kdig("many." + APEX, "A")).contains("truncated reply", "retrying over TCP", "ANSWER: 120");
    }

    @Test
    void kdigTransfersAWholeZone() {
        String zone = kdig(APEX, "AXFR");
        assertThat(zone.lines().filter(line -> line.matches("\\S+\\s+900\\s+IN\\s+SOA\\s.*")))
                .hasSize(2);
        assertThat(zone.lines().filter(line -> line.startsWith("many."))).hasSize(120);
    }

    private static String dnsperf(String transport) {
        return output(
                Program.orSkip("/usr/bin/dnsperf", "dnsperf"),
                List.of(
                        "-s",
                        "127.0.0.1",
                        "-p",
                        port(),
                        "-m",
                        transport,
                        "-d",
                        queries.toString(),
                        "-n",
                        String.valueOf(ROUNDS),
                        "-c",
                        "4",
                        "-q",
                        "20",
                        "-e",
                        "-D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void dnsperfGetsEveryAnswer(String transport) {
        String report = dnsperf(transport);

        assertThat(report)
                .containsPattern("Queries completed: +" + 6 * ROUNDS + " \\(100\\.00%\\)")
                .contains("NOERROR " + 4 * ROUNDS, "NXDOMAIN " + ROUNDS, "REFUSED " + ROUNDS);
    }
}
