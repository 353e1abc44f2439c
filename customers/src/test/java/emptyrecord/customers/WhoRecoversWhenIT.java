package emptyrecord.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.api.customers.ApiView;
import emptyrecord.api.customers.CustomersState;
import emptyrecord.api.customers.RecoveryView;
import emptyrecord.api.customers.StackView;
import emptyrecord.customers.core.stack.Stack;
import emptyrecord.customers.core.stack.Stacks;
import emptyrecord.customers.core.stack.Target;
import emptyrecord.kit.clock.IncidentClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The name is emptied and restored under the real clients, fake-route53 and fake-dynamo: who loses what, who recovers
 * when, and for which reason. One outage of 40 incident minutes; each test looks at it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoRecoversWhenIT {

    private static final double SPEED = 60;
    private static final int CLIENTS = 2;
    private static final double OUTAGE_MINUTES = 40;

    /** A connection of theirs outlives the outage, or old addresses serve. */
    private static final Set<String> NEVER_HARMED = Set.of("pool-unbounded", "pool-evicted", "dns-last-known-good");

    /** Only a restart makes them fail, see below. */
    private static final Set<String> FOR_EVER = Set.of("dns-for-ever", "dns-for-ever-failures");

    private static final String WRITE = "PutItem";
    private static final String UNRESOLVED = "unresolved";

    @TempDir
    static Path folder = Path.of("unset");

    private Region region;
    private Service service;
    private double restored;
    private CustomersState before;
    private CustomersState after;

    @BeforeAll
    void theOutage() {
        region = new Region(folder, SPEED);
        service = new Service(
                folder.resolve("customers"),
                "--lab.speed=" + SPEED,
                "--lab.dns-server=" + region.dnsServer(),
                "--customers.clients=" + CLIENTS,
                "--customers.dynamo-url=" + region.dynamoUrl(),
                "--customers.process-life=0s",
                "--customers.stacks.nlb-short-lived=0",
                "--customers.stacks.nlb-long-lived=0");
        warmUp();
        before = service.state();
        begin();
        await().until(() -> now() > OUTAGE_MINUTES / 2);
        restart("dns-for-ever");
        restart("dns-for-ever-failures");
        await().until(() -> now() > OUTAGE_MINUTES);
        region.restore();
        restored = now();
        await().until(() -> service.state().stacks().stream()
                .filter(stack -> !stack.name().equals("dns-for-ever-failures"))
                .flatMap(stack -> stack.apis().stream())
                .allMatch(api -> api.harmedNow() == 0));
        after = service.state();
    }

    /** A process that keeps failures for ever keeps the time-outs of the start, too, so it is restarted until it works. */
    private void warmUp() {
        await().untilAsserted(() -> {
            if (actions(service.stack("dns-for-ever-failures")) == 0) {
                restart("dns-for-ever-failures");
            }
            assertThat(service.state().stacks())
                    .allSatisfy(stack -> assertThat(actions(stack)).isGreaterThan(10L * CLIENTS));
        });
    }

    @AfterAll
    void end() {
        service.close();
        region.close();
    }

    private void begin() {
        IncidentClock clock = service.bean(IncidentClock.class);
        region.empty();
        clock.zeroAt(clock.wallInstant());
    }

    private double now() {
        IncidentClock clock = service.bean(IncidentClock.class);
        return clock.minutesSinceZero(clock.wallInstant()).orElseThrow();
    }

    private void restart(String stack) {
        assertThat(service.send("POST", "/stacks/" + stack + "/restart", "").statusCode())
                .isEqualTo(200);
    }

    private static long actions(StackView stack) {
        return stack.apis().stream()
                .mapToLong(a -> a.results().getOrDefault("worked", 0L))
                .sum();
    }

    private static long actions(ApiView api) {
        return api.results().values().stream().mapToLong(Long::longValue).sum();
    }

    private static StackView stack(CustomersState state, String name) {
        return state.stacks().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ApiView api(CustomersState state, String stack, String api) {
        return stack(state, stack).apis().stream()
                .filter(a -> a.api().equals(api))
                .findFirst()
                .orElseThrow();
    }

    private ApiView api(String stack, String api) {
        return api(after, stack, api);
    }

    private static long unresolved(CustomersState state, String stack, String api) {
        return api(state, stack, api).reasons().getOrDefault(UNRESOLVED, 0L);
    }

    private RecoveryView recovery(String stack) {
        return Objects.requireNonNull(api(stack, WRITE).recovery());
    }

    private List<String> followDns() {
        return Stacks.all().stream()
                .filter(s -> s.target() == Target.DYNAMODB)
                .map(Stack::name)
                .filter(name -> !NEVER_HARMED.contains(name) && !FOR_EVER.contains(name))
                .toList();
    }

    @Test
    void allStacksOfDynamoAreThere() {
        assertThat(before.clients()).isEqualTo(19 * CLIENTS);
    }

    @Test
    void whoKeepsAConnectionOrAnOldAddressIsNeverHarmed() {
        assertThat(NEVER_HARMED)
                .allSatisfy(name ->
                        assertThat(unresolved(after, name, WRITE)).as(name).isEqualTo(unresolved(before, name, WRITE)));
    }

    @Test
    void whoFollowsDnsIsHarmedAndRecoversByHimself() {
        assertThat(followDns()).hasSize(14).allSatisfy(name -> {
            RecoveryView recovery = recovery(name);
            assertThat(recovery.byThemselves()).as(name).isEqualTo(CLIENTS);
            assertThat(Objects.requireNonNull(recovery.firstHarmed())).as(name).isLessThan(OUTAGE_MINUTES / 2);
            assertThat(Objects.requireNonNull(recovery.last())).as(name).isGreaterThan(restored);
        });
    }

    /** 15 minutes of empty answers (F10) against 30 seconds: the last of the other stacks is later than the capped one. */
    @Test
    void whoKeepsEmptyAnswersForTheirTtlRecoversLater() {
        double last = followDns().stream()
                .mapToDouble(name -> Objects.requireNonNull(recovery(name).last()))
                .max()
                .orElseThrow();
        double capped =
                Objects.requireNonNull(recovery("dns-negative-30-seconds").last());
        assertThat(last).isGreaterThan(capped + 3);
    }

    @Test
    void rfc8767DidNotHelpAgainstAnEmptyAnswer() {
        assertThat(recovery("dns-stale-rfc8767").neverHarmed()).isZero();
    }

    /** It had the addresses for ever, until it was restarted in the outage and asked again. */
    @Test
    void forEverIsHarmedByARestartInTheOutage() {
        assertThat(Objects.requireNonNull(recovery("dns-for-ever").firstHarmed()))
                .isGreaterThan(OUTAGE_MINUTES / 2);
        assertThat(recovery("dns-for-ever").byThemselves()).isEqualTo(CLIENTS);
    }

    @Test
    void whoKeepsFailuresForEverNeedsAnotherRestart() {
        assertThat(recovery("dns-for-ever-failures").notYet()).isEqualTo(CLIENTS);
        restart("dns-for-ever-failures");
        await().untilAsserted(() -> assertThat(
                        service.recovery("dns-for-ever-failures", WRITE).afterRestart())
                .isEqualTo(CLIENTS));
    }

    @Test
    void staleReadsSaveReadsAndNotWrites() {
        assertThat(unresolved(after, "stale-reads", "GetItem")).isEqualTo(unresolved(before, "stale-reads", "GetItem"));
        assertThat(api("stale-reads", "GetItem").results()).containsKey("worked_stale");
        assertThat(unresolved(after, "stale-reads", WRITE)).isGreaterThan(unresolved(before, "stale-reads", WRITE));
    }

    /** The SDK's quotas end: after 100 retries of legacy at 5 each, after 35 of 2026 at 14; a budget after ten. */
    @Test
    void retriesMakeMoreRequestsOfEachFailure() {
        assertThat(perFailure("sdk-legacy")).isGreaterThan(perFailure("sdk-2026"));
        assertThat(perFailure("sdk-2026")).isGreaterThan(perFailure("retry-budget"));
        assertThat(perFailure("breaker")).isLessThan(perFailure("sdk-legacy"));
        assertThat(api("breaker", WRITE).reasons()).containsKey("breaker_open");
    }

    private double perFailure(String stack) {
        return Objects.requireNonNull(api(stack, WRITE).requestsPerFailure());
    }

    @Test
    void forEverFillsTheClientWithActionsThatWait() {
        assertThat(api("retry-for-ever", WRITE).reasons()).containsKey("too_many_in_flight");
    }

    @Test
    void theOneNumberIsTheSumOfTheStacks() {
        double sum = after.stacks().stream().mapToDouble(StackView::minutesLost).sum();
        assertThat(after.customerMinutesLost()).isBetween(sum - 1, sum + 1);
        assertThat(stack(after, "sdk-legacy").minutesLost()).isGreaterThan(CLIENTS * OUTAGE_MINUTES / 2);
        assertThat(stack(after, "sdk-legacy").budgetUsed()).isGreaterThan(OUTAGE_MINUTES / 2 / 43.2);
    }

    /** Names that fail while nothing is asked of DynamoDB cost it nothing. */
    @Test
    void noRequestOfAnUnresolvedNameWasAnswered() {
        ApiView legacy = api("sdk-legacy", WRITE);
        assertThat(legacy.answered()).isLessThanOrEqualTo(actions(legacy) - unresolved(after, "sdk-legacy", WRITE));
        assertThat(legacy.reasons()).containsKey(UNRESOLVED);
    }
}
