package emptyrecord.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import emptyrecord.kit.clock.IncidentClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of DWFM, of one of its hosts, of the droplets and of DynamoDB at random moments, while customers launch
 * and end instances and the region goes through the night again and again. No droplet obeys two holders, no
 * acknowledged launch or order is lost, nothing that ran is harmed, and the lease table is read back at a bounded pace.
 * {@code -Dkills=200} for a long campaign, {@code -Dkills.seed=…} for another one. The seed decides which process dies
 * when, but not what it was doing.
 */
class KillEc2IT {

    private static final int KILLS = Integer.getInteger("kills", 8);
    private static final long SEED = Long.getLong("kills.seed", 20_251_020);
    private static final Path FOLDER = Path.of("target", "kills-ec2").toAbsolutePath();

    /** A start on a busy machine; not a claim about speed. */
    private static final Duration TIMEOUT = Duration.ofSeconds(240);

    /** Share of the kills that do not wait for their victim to have started. */
    private static final double DURING_START = 0.2;

    private static final int CUSTOMERS = 3;
    private static final int ANSWERS_BETWEEN = 5;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Findings findings = new Findings();
    private final IncidentClock clock = Ec2Region.newClock();
    private final List<Customer> customers = new ArrayList<>();
    private final PlacementWitness placements =
            new PlacementWitness(id -> customers.stream().anyMatch(c -> c.mustRun(id)), findings);
    private final PaceWitness pace = new PaceWitness(findings);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<AutoCloseable> clients = new ArrayList<>();
    private Ec2Region region;
    private Operators operators;
    private Optional<String> hostDown = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        clear();
        region = opened(new Ec2Region(
                FOLDER, clock, new AgentsBetween.Witnesses(new HandshakeWitness(clock, findings), placements)));
        region.start();
        until("all processes answer", () -> region.services().stream().allMatch(Service::isReady));
        until("DynamoDB has a name", () -> region.nameHasAddress(true));
        operators = new Operators(region, random.split());
        until("the leases are held", () -> operators.held() > 0.9);
        watchAll();
    }

    private void watchAll() {
        Ec2 ec2 = new Ec2(region.dwfm.url("/"));
        for (int i = 1; i <= CUSTOMERS; i++) {
            Customer customer = new Customer("customer-" + i, ec2, findings, random.split());
            customers.add(customer);
            clients.add(Watch.of("customer-" + i, Duration.ofMillis(150), findings, customer::look));
        }
        LeaseRows table = opened(new LeaseRows(region.dynamoUrl));
        LeaseWitness leases = new LeaseWitness(table::all, findings);
        Rival rival = opened(new Rival(new Rival.Tools(region, table, placements, findings), random.split()));
        opened(Watch.of("lease-witness", Duration.ofMillis(200), findings, leases::look));
        opened(Watch.of("pace-witness", Duration.ofMillis(200), findings, () -> pace.look(region.dynamo)));
        clients.add(Watch.of("second-holder", Duration.ofMillis(200), findings, rival::look));
        clients.add(Watch.of("operators", Duration.ofMillis(100), findings, operators::look));
        clients.add(operators);
    }

    private static void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
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

    private static void close(List<AutoCloseable> all) throws Exception {
        for (AutoCloseable closeable : all.reversed()) {
            closeable.close();
        }
        all.clear();
    }

    @AfterEach
    void stop() throws Exception {
        close(clients);
        close(open);
    }

    @Test
    void nothingIsHarmedLostOrDoublyHeldByAnyKill() throws Exception {
        Instant begun = Instant.now();
        Settlement settlement = new Settlement(new Settlement.Sources(
                new Ec2(region.dwfm.url("/")), new AgentsRecord(FOLDER), placements, List.copyOf(customers)));
        try {
            for (int i = 1; i <= KILLS && findings.violations().isEmpty(); i++) {
                killOne(i);
                write(soFar(begun));
            }
            hostBack();
            close(clients);
            settle(settlement);
        } finally {
            String text = soFar(begun);
            write(text);
            System.out.println(text);
        }

        assertThat(findings.violations())
                .as("seed %s, logs in %s", SEED, FOLDER)
                .isEmpty();
        assertThat(findings.counted("launches acknowledged")).isPositive();
        assertThat(findings.counted("handshakes obeyed")).isGreaterThan(Ec2Region.DROPLETS);
        assertThat(findings.counted("seconds of DynamoDB's counters judged")).isPositive();
    }

    private void killOne(int number) throws InterruptedException {
        int draw = random.nextInt(100);
        boolean duringStart = random.nextDouble() < DURING_START;
        long wait = random.nextLong(duringStart ? 3000 : 2000);
        boolean backBefore = random.nextBoolean();
        if (backBefore) {
            hostBack();
        }
        if (draw < 20) {
            hostDown(number, wait);
        } else {
            Service victim = draw < 60 ? region.dwfm : draw < 85 ? region.droplets : region.dynamo;
            if (!duringStart) {
                until(victim.name() + " answers before kill " + number, victim::isReady);
                someAnswers(number);
            }
            moment(wait);
            kill(victim);
        }
        findings.count("kills");
    }

    /**
     * So that there is something to lose, however slow the machine is: some answers, and before every other kill some
     * that acknowledge something, if they come before long.
     */
    private void someAnswers(int number) {
        long answers = findings.counted(Customer.ANSWERS) + ANSWERS_BETWEEN;
        until("customers have answers before kill " + number, () -> findings.counted(Customer.ANSWERS) >= answers);
        long acknowledged = findings.counted(Customer.ACKNOWLEDGED) + ANSWERS_BETWEEN;
        Instant end = Instant.now().plus(random.nextBoolean() ? ACKNOWLEDGED_WITHIN : Duration.ZERO);
        until(
                "customers have launched before kill " + number,
                () -> findings.counted(Customer.ACKNOWLEDGED) >= acknowledged
                        || Instant.now().isAfter(end));
    }

    private void kill(Service victim) {
        assertThat(victim.isDead())
                .as("%s died by itself, see %s", victim.name(), FOLDER)
                .isFalse();
        victim.kill();
        findings.count("kills of " + victim.name());
        findings.count("kills " + operators.phase().words());
        hostDown.ifPresent(host -> findings.count("kills while a host was down"));
        victim.start();
    }

    /** The fault {@code host-crash}: one host's queue and work in flight are lost, and it stays away for a while. */
    private void hostDown(int number, long wait) throws InterruptedException {
        hostBack();
        String host = Ec2Region.HOSTS.get(random.nextInt(Ec2Region.HOSTS.size()));
        someAnswers(number);
        moment(wait);
        if (crash("PUT", "{\"target\":\"" + host + "\"}")) {
            hostDown = Optional.of(host);
        }
        findings.count("kills of one host");
        findings.count("kills " + operators.phase().words());
    }

    private void hostBack() {
        if (hostDown.isPresent()) {
            crash("DELETE", "");
            hostDown = Optional.empty();
        }
    }

    private boolean crash(String method, String json) {
        try {
            return region.dwfm.send(method, "/chaos/host-crash", json).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void settle(Settlement settlement) {
        until("all processes answer again", () -> region.services().stream().allMatch(Service::isReady));
        until("DynamoDB has a name again", () -> region.nameHasAddress(true));
        until("the operators have healed the region", operators::isHealed);
        until("every launch has an answer", () -> customers.stream().allMatch(Customer::isSettled));
        try {
            until("all is as ordered", () -> settlement.open().isEmpty());
        } catch (ConditionTimeoutException e) {
            settlement.open().forEach(findings::violated);
        }
    }

    private void until(String what, Callable<Boolean> condition) {
        await("seed " + SEED + ", until " + what)
                .atMost(TIMEOUT)
                .pollInterval(LOOK)
                .failFast(() -> assertThat(findings.violations())
                        .as("seed %s, waiting until %s", SEED, what)
                        .isEmpty())
                .until(condition);
    }

    /** A kill comes at a moment that the seed draws; no condition is waited for. */
    private static void moment(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** The report; a long campaign can be watched by it. */
    private String soFar(Instant begun) {
        StringBuilder text = new StringBuilder(
                "seed " + SEED + ", " + Duration.between(begun, Instant.now()).toSeconds() + " s, "
                        + Runtime.getRuntime().availableProcessors() + " cores\n");
        findings.counts()
                .forEach((what, count) ->
                        text.append(count).append(' ').append(what).append('\n'));
        text.append("%.1f reads of the lease table in the busiest second, %.1f calls to DynamoDB%n"
                .formatted(pace.most(), pace.mostOfAll()));
        findings.violations().forEach(v -> text.append("VIOLATED: ").append(v).append('\n'));
        return text.toString();
    }

    private static void write(String report) throws IOException {
        Files.writeString(FOLDER.resolve("report.txt"), report);
    }
}
