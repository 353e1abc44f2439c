package emptyrecord.control.page.core;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.control.customers.core.Calls;
import emptyrecord.control.testkit.SceneEdit;
import emptyrecord.control.testkit.Scenes;
import emptyrecord.control.watch.core.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each fault of each service looks like from outside, and where the page says the cause is. */
class CauseOfEachFaultTest {

    private static final String SERVFAIL = "server_dead";
    private static final Pattern FAULT = Pattern.compile("new Fault\\(\\s*\"([a-z-]+)\"");
    private static final Path MODULES = Path.of("..");

    /**
     * @param fault as its module declares it, or what else happens
     * @param cause where the page says it is; null: nothing is wrong
     */
    private record Row(
            String fault, SceneEdit seen, @Nullable Place cause, String because) {
        @Override
        public String toString() {
            return fault + " -> " + cause;
        }
    }

    private static Row row(String fault, SceneEdit seen, @Nullable Place cause, String because) {
        return new Row(fault, seen, cause, because);
    }

    private static SceneEdit quiet() {
        return new SceneEdit();
    }

    private static Calls refused(int of10, String reason) {
        return new Calls(10 - of10, of10, 0, reason, null, 9);
    }

    private static Calls unresolved(int of10, String reason) {
        return new Calls(10 - of10, 0, of10, null, reason, 9);
    }

    private static Scene.Enactor enactor(String name, @Nullable Long holding, double still) {
        return new Scene.Enactor(name, true, holding, "regional", "poll", 1, 145L, false, 3.0, still);
    }

    private static SceneEdit enactorC(Scene.Enactor c) {
        return quiet().enactors(enactor("dns-enactor-a", null, 0), enactor("dns-enactor-b", 146L, 0), c);
    }

    static Stream<Row> faults() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(automation());
        rows.addAll(names());
        rows.addAll(fleetAndEdge());
        return rows.stream();
    }

    private static List<Row> automation() {
        return List.of(
                row("dns-planner/stop", quiet().planner(new Scene.Planner(146L, false, 21.0)), Place.PLANNER, "21 min"),
                row("dns-enactor/lose-lock", enactorC(enactor("dns-enactor-c", 138L, 2)), Place.ENACTORS, "138"),
                row("dns-enactor/slow-changes", enactorC(enactor("dns-enactor-c", 139L, 2)), Place.ENACTORS, "139"),
                row("dns-enactor/stop", enactorC(enactor("dns-enactor-c", null, 25)), Place.ENACTORS, "stood still"),
                row(
                        "an old plan that is live",
                        quiet().planner(new Scene.Planner(160L, false, 0.0)),
                        Place.ENACTORS,
                        "145 is active, 160"),
                row(
                        "a frozen automation",
                        quiet().planner(new Scene.Planner(146L, true, 90.0))
                                .enactors(new Scene.Enactor(
                                        "dns-enactor-a", true, null, null, "poll", 1, 145L, true, null, 90)),
                        null,
                        ""),
                row(
                        "a stopped planner leaves the enactors without work",
                        enactorC(enactor("dns-enactor-c", null, 40)).planner(new Scene.Planner(146L, false, 40.0)),
                        Place.PLANNER,
                        "the world freezes"));
    }

    private static List<Row> names() {
        Scene.Zone behind = Scenes.zone(145, true).behind(12);
        return List.of(
                row("fake-route53/slow-propagation", quiet().zone(behind), Place.ROUTE53, "for 12 min"),
                row(
                        "fake-route53/servfail",
                        quiet().regional(SERVFAIL)
                                .canary("dynamodb", unresolved(10, SERVFAIL))
                                .canary("connection", unresolved(8, SERVFAIL))
                                .leases(.3, .1),
                        Place.ROUTE53,
                        "no answer"),
                row(
                        "servfail for a share of the queries",
                        quiet().canary("dynamodb", unresolved(4, SERVFAIL)),
                        Place.ROUTE53,
                        "40 % of the look-ups"),
                row(
                        "after the repair: negative caches",
                        quiet().canary("dynamodb", unresolved(6, "empty")),
                        Place.ROUTE53,
                        "resolvers still hold the empty answer"),
                row("fake-dynamo/lb-down", quiet().balancersUp(2), Place.DYNAMODB, "2 of 3"),
                row(
                        "fake-dynamo/throttle",
                        quiet().canary("dynamodb", refused(5, "ProvisionedThroughputExceededException"))
                                .canary("internal-tool", refused(4, "ProvisionedThroughputExceededException"))
                                .canary("launch", refused(6, "InternalError"))
                                .leases(.8, .4),
                        Place.DYNAMODB,
                        "fails 50 % of the calls that reach it (ProvisionedThroughputExceededException)"),
                row(
                        "fake-dynamo/latency",
                        quiet().canary("dynamodb", new Calls(10, 0, 0, null, null, 412))
                                .leases(.7, .2),
                        Place.DYNAMODB,
                        "412 ms"));
    }

    private static List<Row> fleetAndEdge() {
        return List.of(
                row("dwfm/host-crash", quiet().dwfm(SceneEdit.dwfm(1, 0)), Place.DWFM, "1 of 4 hosts away"),
                row(
                        "droplets/slow-handshake",
                        quiet().leases(.6, .3)
                                .dwfm(SceneEdit.dwfm(0, 400))
                                .droplets(Scenes.droplets(2))
                                .canary("launch", refused(7, "InsufficientInstanceCapacity")),
                        Place.DROPLETS,
                        "take 2.0 times as long as usual"),
                row("droplets a third slower: leases are kept", quiet().droplets(Scenes.droplets(1.3)), null, ""),
                row(
                        "no capacity for launches",
                        quiet().canary("launch", refused(7, "InsufficientInstanceCapacity")),
                        Place.DWFM,
                        "fails 70 % of the launches (InsufficientInstanceCapacity)"),
                row(
                        "a launch limit that operators set",
                        quiet().canary("launch", refused(7, "RequestLimitExceeded")),
                        Place.DWFM,
                        "takes in 30 % of the launches"),
                row(
                        "guard nm.queue-throttle that acts",
                        quiet().canary("launch", refused(7, "RequestLimitExceeded"))
                                .delay(4),
                        Place.NETWORK_MANAGER,
                        "4 min late"),
                row("a start", quiet().leases(.1, .9).dwfm(SceneEdit.dwfm(0, 0)), Place.DWFM, "makes its first leases"),
                row("network-manager/slow-workers", quiet().delay(14), Place.NETWORK_MANAGER, "14 min late"),
                row(
                        "network state late: connections fail",
                        quiet().delay(14).nlb(.6, 200, "us-east-1a").canary("connection", refused(4, "timed-out")),
                        Place.NETWORK_MANAGER,
                        "14 min late"),
                row("nlb-healthcheck/slow-checker", quiet().nlb(1, 190), Place.NLB, "190 s old"),
                row("slow-checker takes a zone out", quiet().nlb(.8, 200, "us-east-1a"), Place.NLB, "us-east-1a"),
                row("nine in ten connections work", quiet().canary("connection", refused(1, "timed-out")), null, ""),
                row(
                        "connections fail while all else is well",
                        quiet().canary("connection", refused(4, "timed-out")),
                        Place.NLB,
                        "40 % of the connections"));
    }

    /** A paused, stopped or killed process looks the same from outside: it does not answer, and its callers fail. */
    static Stream<Row> silences() {
        return Stream.of(
                row("dns-planner is paused", quiet().silent("dns-planner").planner(null), Place.PLANNER, "answer"),
                row(
                        "dns-enactor-c is paused",
                        enactorC(new Scene.Enactor("dns-enactor-c", false, null, null, "", 0, null, false, null, 0)),
                        Place.ENACTORS,
                        "two are enough"),
                row(
                        "fake-route53 is paused",
                        quiet().regional(SERVFAIL)
                                .silent("fake-route53")
                                .zone(null)
                                .leases(.2, 0)
                                .canary("dynamodb", unresolved(10, SERVFAIL))
                                .canary("launch", refused(10, "InternalError"))
                                .canary("connection", unresolved(9, SERVFAIL)),
                        Place.ROUTE53,
                        "does not answer"),
                row(
                        "afterwards: the lease manager's queue",
                        quiet().leases(.05, .02)
                                .dwfm(SceneEdit.dwfm(0, 900))
                                .canary("launch", refused(10, "InsufficientInstanceCapacity")),
                        Place.DWFM,
                        "its queue keeps it down: 2 % of its work makes a lease"),
                row(
                        "fake-dynamo is paused",
                        quiet().silent("fake-dynamo").leases(.4, 0).canary("dynamodb", refused(10, "timed-out")),
                        Place.DYNAMODB,
                        "does not answer"),
                row(
                        "droplets is paused",
                        quiet().silent("droplets")
                                .droplets(null)
                                .leases(.4, 0)
                                .dwfm(SceneEdit.dwfm(0, 400))
                                .canary("launch", refused(7, "InsufficientInstanceCapacity")),
                        Place.DROPLETS,
                        "does not answer"),
                row(
                        "dwfm is paused",
                        quiet().silent("dwfm").canary("launch", unresolved(10, "unreachable")),
                        Place.DWFM,
                        "does not answer"),
                row(
                        "network-manager is paused",
                        quiet().silent("network-manager").canary("connection", refused(10, "timed-out")),
                        Place.NETWORK_MANAGER,
                        "does not answer"),
                row(
                        "nlb-healthcheck is paused",
                        quiet().silent("nlb-healthcheck").canary("connection", refused(10, "timed-out")),
                        Place.NLB,
                        "does not answer"));
    }

    @ParameterizedTest
    @MethodSource({"faults", "silences"})
    void theCauseIsWhereTheFaultIs(Row row) {
        List<Finding> findings = Diagnosis.of(row.seen().scene());
        assertThat(Diagnosis.cause(findings).map(Finding::place).orElse(null)).isEqualTo(row.cause());
        assertThat(Diagnosis.cause(findings).map(Finding::because).orElse("")).contains(row.because());
        assertThat(findings)
                .as("customers suffer, and are never the cause")
                .noneMatch(f -> f.place() == Place.CUSTOMERS && f.role() == Finding.Role.CAUSE)
                .filteredOn(f -> f.place() == Place.CUSTOMERS && f.health().ill())
                .allMatch(f -> f.of() != null);
    }

    @Test
    void everyFaultOfEveryServiceHasARow() throws IOException {
        TreeSet<String> declared = new TreeSet<>();
        try (Stream<Path> files = Files.find(
                MODULES, 12, (file, a) -> file.toString().matches(".*/src/main/java/.*/chaos/[A-Za-z]+[.]java"))) {
            for (Path file : files.toList()) {
                Matcher matcher = FAULT.matcher(Files.readString(file));
                while (matcher.find()) {
                    declared.add(MODULES.relativize(file).getName(0) + "/" + matcher.group(1));
                }
            }
        }
        assertThat(declared).hasSizeGreaterThan(10);
        assertThat(faults().map(Row::fault)).containsAll(declared);
    }
}
