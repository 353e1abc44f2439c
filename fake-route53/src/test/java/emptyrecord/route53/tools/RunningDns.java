package emptyrecord.route53.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.testkit.Program;
import emptyrecord.route53.Route53Application;
import emptyrecord.route53.core.Action;
import emptyrecord.route53.core.Change;
import emptyrecord.route53.core.ChangeBatch;
import emptyrecord.route53.core.RecordSetSpec;
import emptyrecord.route53.dns.DnsServer;
import emptyrecord.route53.zones.Publication;
import emptyrecord.route53.zones.Submission;
import emptyrecord.route53.zones.ZoneStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service with a small zone of many types, for programs that ask DNS. */
abstract class RunningDns {

    static final String ZONE = "Z01REGIONAL";
    static final String APEX = "dynamodb.us-east-1.amazonaws.test";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Route53Application.class)
                .run(
                        "--server.port=0",
                        "--route53.dns.port=0",
                        "--route53.propagation=0s",
                        "--lab.data-dir=" + folder.resolve("data"));
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
        Publication publication = service.getBean(Publication.class);
        await().until(() -> publication.pending() == 0);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void create(RecordSetSpec... sets) {
        List<Change> changes = new ArrayList<>();
        for (RecordSetSpec set : sets) {
            changes.add(new Change(Action.CREATE, set));
        }
        assertThat(service.getBean(ZoneStore.class).submit(ZONE, new ChangeBatch(changes)))
                .isInstanceOf(Submission.Accepted.class);
    }

    static String port() {
        return String.valueOf(service.getBean(DnsServer.class).port());
    }

    /** What a program says, without the settings of this machine's user. */
    static String output(Program program, List<String> arguments) {
        return program.run(Map.of("HOME", folder.toString()), arguments).output();
    }
}
