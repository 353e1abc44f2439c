package emptyrecord.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of Route 53, planner and enactors at random moments while plans turn over: nothing acknowledged is
 * lost, no query sees half a batch, and the survivors end up on the newest plan. {@code -Dkills=200} for a long
 * campaign, {@code -Dkills.seed=…} for another one. The seed decides which process dies when, but not what it was
 * doing.
 */
class KillCampaignIT {

    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final long SEED = Long.getLong("kills.seed", 20_251_020);
    private static final Path FOLDER = Path.of("target", "kills").toAbsolutePath();

    /** A start on a busy machine; not a claim about speed. */
    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    /** Share of the kills that do not wait for their victim to have started. */
    private static final double DURING_START = 0.2;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Findings findings = new Findings();
    private final List<AutoCloseable> open = new ArrayList<>();
    private KillableRegion region;
    private PlanWitness plans;
    private ActivePlans active;
    private ChangeWitness changes;

    @BeforeEach
    void start() throws IOException {
        clear();
        StandInLoadBalancers balancers = opened(new StandInLoadBalancers());
        region = opened(new KillableRegion(FOLDER, balancers));
        region.start();
        Control control = opened(new Control(region.route53.url("")));
        plans = new PlanWitness(region.planner, findings);
        active = new ActivePlans(control, findings);
        changes = new ChangeWitness(control, findings);
        AnswerWitness answers = new AnswerWitness(region.dnsPort, findings);
        AnswerWitness transfers = new AnswerWitness(region.dnsPort, findings);
        watch("change-witness", 20, changes::look);
        watch("plan-witness", 100, plans::look);
        watch("active-plans", 100, active::look);
        watch("answer-witness", 10, answers::look);
        watch("transfer-witness", 100, transfers::transfer);
    }

    private static void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(FOLDER);
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private void watch(String name, long pauseMillis, Watch.Look look) {
        opened(Watch.of(name, Duration.ofMillis(pauseMillis), findings, look));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        Instant begun = Instant.now();
        until("every endpoint is on a plan", () -> active.areAllOn(1));
        for (int i = 1; i <= KILLS && findings.violations().isEmpty(); i++) {
            killOne(i);
        }
        until("all processes answer again", () -> region.services().stream().allMatch(Service::isReady));
        until("the zone of the witness is settled", changes::isSettled);
        long newest = plans.latest();
        until("every endpoint is on plan " + newest, () -> active.areAllOn(newest));
        report(Duration.between(begun, Instant.now()));

        assertThat(findings.violations())
                .as("seed %s, logs in %s", SEED, FOLDER)
                .isEmpty();
        assertThat(findings.counted("batches acknowledged")).isGreaterThan(KILLS);
        assertThat(findings.counted("transfers with several trees")).isPositive();
        assertThat(findings.counted("flips seen")).isGreaterThan(ActivePlans.ZONES.size());
    }

    private void killOne(int number) throws InterruptedException {
        Service victim = victim();
        boolean duringStart = random.nextDouble() < DURING_START;
        if (!duringStart) {
            until(victim.name() + " answers before kill " + number, victim::isReady);
        }
        Thread.sleep(random.nextLong(duringStart ? 3000 : 1500));
        assertThat(victim.isDead())
                .as("%s died by itself, see %s", victim.name(), FOLDER)
                .isFalse();
        victim.kill();
        findings.count("kills of " + victim.name());
        findings.count("kills");
        victim.start();
    }

    /** Route 53 most often: it has the most to lose. */
    private Service victim() {
        int draw = random.nextInt(10);
        if (draw < 4) {
            return region.route53;
        }
        return draw < 6 ? region.planner : region.enactors.get(random.nextInt(region.enactors.size()));
    }

    private void until(String what, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            assertThat(findings.violations())
                    .as("seed %s, waiting until %s", SEED, what)
                    .isEmpty();
            assertThat(Instant.now())
                    .as("seed %s: waited too long until %s", SEED, what)
                    .isBefore(deadline);
            Thread.sleep(50);
        }
    }

    private void report(Duration took) throws IOException {
        StringBuilder text = new StringBuilder("seed " + SEED + ", " + took.toSeconds() + " s\n");
        findings.counts()
                .forEach((what, count) ->
                        text.append(count).append(' ').append(what).append('\n'));
        findings.violations().forEach(v -> text.append("VIOLATED: ").append(v).append('\n'));
        Files.writeString(FOLDER.resolve("report.txt"), text);
        System.out.println(text);
    }
}
