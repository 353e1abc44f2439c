package emptyrecord.route53.health;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.journal.SmallDisk;
import emptyrecord.route53.core.health.Children;
import emptyrecord.route53.core.health.Endpoint;
import emptyrecord.route53.core.health.HealthCheck;
import emptyrecord.route53.core.health.HealthCheckConfig;
import emptyrecord.route53.core.health.HealthCheckType;
import emptyrecord.route53.core.health.Pace;
import emptyrecord.route53.core.health.ProbeTarget;
import emptyrecord.route53.health.HealthCheckOutcome.Done;
import emptyrecord.route53.health.HealthCheckOutcome.Refusal;
import emptyrecord.route53.health.HealthCheckOutcome.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Health checks on disk, and their bounds. An opened store is simply forgotten, as by kill -9. */
class HealthCheckStoreIT {

    @TempDir
    private Path folder;

    private final SmallDisk disk = new SmallDisk();

    private HealthCheckStore open(int checksMax) {
        HealthSettings settings = new HealthSettings(
                checksMax, DataSize.ofKilobytes(20), 32, 200, Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new HealthCheckStore(
                disk.journal(
                        folder.resolve("health-checks.jsonl"),
                        HealthCheckLine.class,
                        JsonMapper.builder().build()),
                settings,
                new HealthBoard());
    }

    private static HealthCheckConfig tcp(int port) {
        ProbeTarget target =
                new ProbeTarget(Optional.of("127.0.0.1"), port, Optional.empty(), Optional.empty(), Optional.empty());
        return new HealthCheckConfig(
                HealthCheckType.TCP,
                Optional.of(new Endpoint(target, new Pace(10, 3, false, List.of()))),
                Optional.empty(),
                false,
                false);
    }

    private static HealthCheckConfig calculated(String... children) {
        return new HealthCheckConfig(
                HealthCheckType.CALCULATED,
                Optional.empty(),
                Optional.of(new Children(1, List.of(children))),
                false,
                false);
    }

    private static HealthCheck done(HealthCheckOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).check();
    }

    private static void assertRefused(HealthCheckOutcome outcome, Refusal refusal) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal()).as(r.message()).isEqualTo(refusal));
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() {
        HealthCheckStore store = open(10);
        HealthCheck one = done(store.create("one", tcp(80)));
        HealthCheck two = done(store.create("two", tcp(81)));
        HealthCheck sum = done(store.create("sum", calculated(one.id(), two.id())));
        HealthCheck gone = done(store.create("gone", tcp(82)));
        done(store.update(two.id(), OptionalLong.of(1), before -> tcp(90)));
        done(store.tag(two.id(), tags -> Map.of("stage", "dev")));
        done(store.delete(gone.id()));

        HealthCheckStore again = open(10);
        assertThat(again.all())
                .isEqualTo(store.all())
                .extracting(HealthCheck::id)
                .containsExactly(one.id(), two.id(), sum.id());
        assertThat(again.find(two.id()).orElseThrow())
                .returns(2L, HealthCheck::version)
                .returns(Map.of("stage", "dev"), HealthCheck::tags)
                .returns(tcp(90), HealthCheck::config);
        assertThat(done(again.create("new", tcp(82))).id())
                .as("an id is not used twice")
                .isGreaterThan(gone.id());
    }

    @Test
    void aRewrittenJournalKeepsTheNumberOfTheLastChange() {
        HealthCheckStore store = open(10);
        HealthCheck kept = done(store.create("kept", tcp(80)));
        HealthCheck last = kept;
        for (int i = 0; i < 700; i++) {
            last = done(store.create("churn" + i, tcp(81)));
            done(store.delete(last.id()));
        }
        HealthCheckStore again = open(10);
        assertThat(again.all()).containsExactly(kept);
        assertThat(done(again.create("next", tcp(82))).id()).isGreaterThan(last.id());
    }

    @Test
    void theSameRequestReturnsTheSameHealthCheck() {
        HealthCheckStore store = open(10);
        HealthCheck one = done(store.create("one", tcp(80)));
        assertThat(done(store.create("one", tcp(80)))).isEqualTo(one);
        assertRefused(store.create("one", tcp(81)), Refusal.HealthCheckAlreadyExists);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void versionsAreCompared() {
        HealthCheckStore store = open(10);
        String id = done(store.create("one", tcp(80))).id();
        assertRefused(store.update(id, OptionalLong.of(2), before -> tcp(81)), Refusal.HealthCheckVersionMismatch);
        assertThat(done(store.update(id, OptionalLong.empty(), before -> tcp(81)))
                        .version())
                .isEqualTo(2);
        assertRefused(store.update("none", OptionalLong.empty(), before -> tcp(81)), Refusal.NoSuchHealthCheck);
        assertRefused(store.delete("none"), Refusal.NoSuchHealthCheck);
    }

    @Test
    void theNumberAndTheBytesAreBounded() {
        HealthCheckStore store = open(3);
        for (int i = 0; i < 3; i++) {
            done(store.create("r" + i, tcp(80)));
        }
        assertRefused(store.create("r3", tcp(80)), Refusal.TooManyHealthChecks);

        HealthCheck first = store.all().getFirst();
        Map<String, String> tags = Map.of("k", "v".repeat(256));
        assertThat(done(store.tag(first.id(), before -> tags)).tags()).isEqualTo(tags);
        HealthCheckStore large = open(200);
        int made = large.all().size();
        while (large.create("more" + made, tcp(80)) instanceof Done) {
            made++;
        }
        assertThat(made).isBetween(8, 20);
        assertThat(large.all().stream().mapToLong(HealthCheck::bytes).sum()).isLessThanOrEqualTo(20 * 1024);
        assertThat(done(large.tag(first.id(), before -> Map.of())).tags())
                .as("a change that makes one smaller passes")
                .isEmpty();
    }

    @Test
    void childrenExistAndHaveEndpoints() {
        HealthCheckStore store = open(10);
        String one = done(store.create("one", tcp(80))).id();
        String sum = done(store.create("sum", calculated(one))).id();
        assertRefused(store.create("two", calculated("none")), Refusal.InvalidInput);
        assertRefused(store.create("three", calculated(sum)), Refusal.InvalidInput);
        assertRefused(store.update(sum, OptionalLong.empty(), before -> calculated(sum)), Refusal.InvalidInput);
    }
}
