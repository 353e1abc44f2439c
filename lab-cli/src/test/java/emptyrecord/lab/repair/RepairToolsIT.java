package emptyrecord.lab.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import emptyrecord.control.client.Peer;
import emptyrecord.control.client.PeerClient;
import emptyrecord.control.client.Peers;
import emptyrecord.control.operations.Arguments;
import emptyrecord.control.operations.AskEnactor;
import emptyrecord.control.operations.InstallPlan;
import emptyrecord.control.operations.PlanReader;
import emptyrecord.kit.dns.TreeNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Both kinds of repair tools in the night's stuck state (F6, F39). */
class RepairToolsIT {

    private static final Arguments NONE = new Arguments(Map.of());
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    private final PeerClient http = new PeerClient();

    @ParameterizedTest
    @EnumSource(TreeNames.class)
    void theToolThatNeedsTheEnactorFailsAndTheOneByHandMendsItForGood(TreeNames names) throws Exception {
        try (Services services = new Services(data, names);
                Route53Client route53 = client(services)) {
            AskEnactor askEnactor = new AskEnactor(http, peers(services), Duration.ofMillis(200));
            InstallPlan installPlan =
                    new InstallPlan(route53, new PlanReader(http, new Peer("dns-planner", services.planner())));
            await().atMost(TIMEOUT).until(() -> alias(route53, "").equals(names.tree(Services.ZONE, 1)));

            deleteTheActiveTree(route53, names.tree(Services.ZONE, 1));
            services.plannerHas(2);
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThatThrownBy(() -> askEnactor.perform(NONE))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("could not put plan 2 live at regional")
                            .hasMessageContaining(names.tree(Services.ZONE, 1))
                            .hasMessageContaining("target was not found")
                            .hasMessageContaining("install-plan"));

            assertThat(installPlan.perform(NONE)).containsEntry("plan", 2L).containsEntry("endpoints", "regional");
            assertThat(alias(route53, "")).isEqualTo(names.tree(Services.ZONE, 2));
            assertThat(alias(route53, "_rollback.")).isEqualTo(names.tree(Services.ZONE, 2));

            services.plannerHas(3);
            await().atMost(TIMEOUT).until(() -> alias(route53, "").equals(names.tree(Services.ZONE, 3)));
            assertThat(alias(route53, "_rollback."))
                    .as("the next flip works again, with a rollback")
                    .isEqualTo(names.tree(Services.ZONE, 2));
        }
    }

    /** Like the night's clean-up: the customers' name stays, but its target is deleted. */
    private static void deleteTheActiveTree(Route53Client route53, String tree) {
        List<Change> changes = sets(route53).stream()
                .filter(set -> plain(set.name()).endsWith(tree))
                .sorted((a, b) -> Boolean.compare(a.aliasTarget() == null, b.aliasTarget() == null))
                .map(set -> Change.builder()
                        .action(ChangeAction.DELETE)
                        .resourceRecordSet(set)
                        .build())
                .toList();
        assertThat(changes).hasSize(2);
        route53.changeResourceRecordSets(r -> r.hostedZoneId(Services.ZONE_ID).changeBatch(b -> b.changes(changes)));
    }

    private static String alias(Route53Client route53, String prefix) {
        Optional<ResourceRecordSet> found = sets(route53).stream()
                .filter(set -> plain(set.name()).equals(prefix + Services.ZONE) && set.aliasTarget() != null)
                .findFirst();
        return found.map(set -> plain(set.aliasTarget().dnsName())).orElse("");
    }

    private static List<ResourceRecordSet> sets(Route53Client route53) {
        return route53
                .listResourceRecordSetsPaginator(r -> r.hostedZoneId(Services.ZONE_ID))
                .resourceRecordSets()
                .stream()
                .toList();
    }

    private static String plain(String name) {
        return name.substring(0, name.length() - 1);
    }

    private static Peers peers(Services services) {
        Peer enactor = new Peer("dns-enactor-a", services.enactor());
        Peer route53 = new Peer("fake-route53", services.route53());
        Peer none = new Peer("none", services.planner());
        return new Peers(
                route53, new Peer("dns-planner", services.planner()), List.of(enactor), none, none, none, none, none);
    }

    private static Route53Client client(Services services) {
        return Route53Client.builder()
                .endpointOverride(services.route53())
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }
}
