package emptyrecord.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import emptyrecord.api.client.Change;
import emptyrecord.api.client.Changes;
import emptyrecord.api.client.ControlRoom;
import emptyrecord.api.client.Resources;
import emptyrecord.api.common.FaultRequest;
import emptyrecord.api.common.FaultView;
import emptyrecord.api.operation.OperationCard;
import emptyrecord.api.operation.Parameter;
import emptyrecord.api.operation.Step;
import emptyrecord.lab.failure.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of bad input, at every command that accepts it: one sentence with advice, and an exit status. */
class BadInputIT {

    private static final Map<String, Double> STEPS = Map.of("half", .5, "all", 1.0);
    private static final FaultView FAULT = new FaultView("throttle", "m", "share", 0, 1, STEPS, null, null);
    private static final Change<FaultView> INJECT = Changes.inject(FAULT.name(), FaultRequest.plain());
    private static final OperationCard ACTION = new OperationCard(
            "nm-workers",
            "Sets the number of workers",
            "F60",
            List.of(new Parameter("perZone", "workers, for example 2", true, new Step("two", "2"))));

    @TempDir
    Path project;

    private Cli lab;

    @BeforeEach
    void here() {
        assumeTrue(System.getenv("LAB_RUN") == null, "LAB_RUN moves the folders that are looked at");
        assumeTrue(System.getenv("LAB_RUNS") == null, "LAB_RUNS moves the folders that are looked at");
        assumeTrue(System.getenv("LAB_TOKEN") == null, "LAB_TOKEN is sent with what is asked");
        lab = new Cli(project);
    }

    @AfterEach
    void asItWas() {
        lab.close();
    }

    private Cli.Ran run(String words) {
        Cli.Ran ran = lab.run(words.split(" "));
        assertThat(ran.all())
                .as(words)
                .doesNotContain("Exception", "{", "Usage:", "\tat ", "BAD_REQUEST")
                .matches(all -> all.lines().count() <= 3, "at most three lines");
        return ran;
    }

    private Cli.Ran inRegion(String words) {
        return run("--name " + RegionDouble.NAME + " " + words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "explode|there is no command 'explode'; there are",
                "repla|there is no command 'repla'; did you mean 'replay'?",
                "replay --sped 3|there is no option '--sped'; did you mean '--speed'?",
                "replay --speed abc|'--speed'",
                "replay --speed abc|give a number, for example 1.5, not 'abc'",
                "replay --speed NaN|give a number",
                "replay --speed 1000|--speed must lie between 1 and 240, not 1000",
                "replay --rounds 1.5|give a whole number",
                "up --seed many|give a whole number",
                "up --speed 0|--speed must lie between 1 and 240",
                "up --load-balancers 2|--load-balancers must lie between 3 (one in each zone) and 300, not 2",
                "replay --load-balancers 301|--load-balancers must lie between 3 (one in each zone) and 300, not 301",
                "up --load-balancers many|give a whole number",
                "guard dns.fence maybe|expected one of",
                "logs -n x|give a whole number",
                "down now|'now' is one word too many",
                "judge|Missing required parameter: 'RUN'",
                "judge no-such-run|there is no run and no folder 'no-such-run'; ./lab runs lists the runs",
                "verify no-such-run|./lab runs lists the runs",
                "runs open no-such-run|./lab runs lists the runs",
                "runs delete no-such-run --yes|./lab runs lists the runs",
                "runs list|there is no command 'list'",
                "verify x --cleanup-age 0|at least 1",
                "race --from no-such-run|./lab runs lists the runs",
                "race --search --guard fences|no guard of DNS",
                "scenario run no-such-scenario|there is no file and no scenario 'no-such-scenario'; there are",
                "scenario run near-mis|did you mean 'near-miss'?",
                "scenario|Missing required subcommand",
                "drill|Missing required subcommand",
                "drill declare panic|declare incident or no-incident",
                "operate nm-workers perZone|'perZone' is not key=value",
                "completion fish|bash and zsh",
                "--name ../x status|a region's name has"
            })
    void whatIsTypedWrongEndsWithTwo(String words, String says) {
        Cli.Ran ran = run(words);
        assertThat(ran.err()).contains(says);
        assertThat(ran.status()).isEqualTo(ExitStatus.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "inject",
        "inject throttle half",
        "heal",
        "guard",
        "guard dns.fence on",
        "operate",
        "operate nm-workers perZone=2",
        "operate nm-workers --help",
        "drill status",
        "drill end",
        "drill act",
        "drill hypothesis",
        "drill start the-night"
    })
    void withoutARegionEachCommandSaysHowToStartOne(String words) {
        Cli.Ran ran = run("--name nobody " + words);
        assertThat(ran.err()).contains("does not answer", "./lab status", "./lab up");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }

    @Test
    void dnsWithoutARegionSaysTheSame() {
        Cli.Ran ran = run("--name nobody dns");
        assertThat(ran.err()).contains("no region runs here; start one with ./lab");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "inject trottle|no service has the fault 'trottle'; did you mean 'throttle'?",
                "inject throttle --service dwfm|dwfm has no fault 'throttle'; fake-dynamo has it",
                "inject throttle --service dwfn|there is no service 'dwfn'; did you mean 'dwfm'?",
                "heal earthquake|no service has the fault 'earthquake'; there are throttle",
                "heal --service dwfn|did you mean 'dwfm'?",
                "guard dns.fense on|no service has the guard 'dns.fense'",
                "guard dns.fence|say on or off",
                "inject throttle half --step all|give one step, not two",
                "inject throttle --renew --magnitude 2|--renew changes the lease only",
                "inject throttle quarter|Fault throttle has no step 'quarter'; it has [half, all]",
                "operate nm-worker|there is no action 'nm-worker'; did you mean 'nm-workers'?",
                "operate nm-workers|nm-workers needs perZone=",
                "operate nm-workers zones=2|nm-workers has no parameter 'zones'"
            })
    void aRegionsNamesAreAnsweredWithWhatThereIs(String words, String says) throws IOException {
        try (RegionDouble region = new RegionDouble(project)) {
            region.shows("fake-dynamo", Resources.FAULTS, List.of(FAULT))
                    .shows(ControlRoom.OPERATIONS, List.of(ACTION))
                    .answer(
                            "PUT /chaos/throttle",
                            400,
                            "{\"detail\":\"Fault throttle has no step 'quarter'; it has [half, all]\"}");
            Cli.Ran ran = inRegion(words);
            assertThat(ran.err()).contains(says);
            assertThat(ran.status()).isEqualTo(ExitStatus.USAGE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "409|A replay is running; wait for it, or abort it with DELETE /replays/current|stop it with Ctrl-C|4",
                "400|for longer say \\\"untilHealed\\\": true|for longer say --until-healed|2",
                "401|This region has a facilitator's token, and this|export LAB_TOKEN|4",
                "401|That is not this region's facilitator's token.|is not this region's|4",
                "500||answered with HTTP status 500|4"
            })
    void whatAServiceAnswersIsSaidInTheWordsOfTheCommandLine(int status, String detail, String says, int ends)
            throws IOException {
        try (RegionDouble region = new RegionDouble(project)) {
            region.shows("fake-dynamo", Resources.FAULTS, List.of(FAULT))
                    .answer("PUT /chaos/throttle", status, detail == null ? "" : "{\"detail\":\"" + detail + "\"}");
            Cli.Ran ran = inRegion("inject throttle");
            assertThat(ran.err()).contains(says);
            assertThat(ran.status()).isEqualTo(ends);
        }
    }

    @ParameterizedTest
    @CsvSource({"DELETE /drills/current,drill end", "GET /drill,drill status"})
    void whatDoesNotExistYetIsTheRegionsStateAndNoWrongName(String asked, String words) throws IOException {
        try (RegionDouble region = new RegionDouble(project)) {
            region.answer(
                    asked,
                    404,
                    "{\"detail\":\"There was no drill yet; start one with POST /drills\",\"nothingYet\":true}");
            Cli.Ran ran = inRegion(words);
            assertThat(ran.err()).contains("There was no drill yet; start one with ./lab drill start SCENARIO");
            assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
        }
    }

    @Test
    void whatIsNoJsonIsNoServiceOfTheRegion() throws IOException {
        try (RegionDouble region = new RegionDouble(project)) {
            region.answer("GET /operations", 200, "<html>");
            assertThat(inRegion("operate").err()).contains("not from a service of the region");
        }
    }

    @Test
    void anActionExplainsItself() throws IOException {
        try (RegionDouble region = new RegionDouble(project)) {
            region.shows(ControlRoom.OPERATIONS, List.of(ACTION));
            assertThat(lab.run("--name", RegionDouble.NAME, "operate", "nm-workers", "--help")
                            .out())
                    .contains("./lab operate nm-workers perZone=", "Sets the number of workers", "needed", "2 (two)");
            assertThat(lab.run("--name", RegionDouble.NAME, "operate").out()).contains("nm-workers", "perZone=", "F60");
        }
    }

    @Test
    void aStepIsTakenAsASecondWord() throws IOException {
        FaultView.Injected half = new FaultView.Injected(.5, null, Instant.EPOCH, null);
        FaultView on = new FaultView("throttle", "m", "share", 0, 1, STEPS, null, half);
        try (RegionDouble region = new RegionDouble(project)) {
            region.shows("fake-dynamo", Resources.FAULTS, List.of(FAULT)).takes(INJECT, on);
            assertThat(inRegion("inject throttle half").out())
                    .contains("fake-dynamo: throttle 0.5 share, until ./lab heal");
            assertThat(region.heard())
                    .anyMatch(h -> h.startsWith("fake-dynamo PUT /chaos/throttle") && h.contains("half"));
        }
    }

    @Test
    void filesThatAreNoScenariosAndNoRunsAreNamed() throws IOException {
        Path bad = Files.writeString(project.resolve("bad.yaml"), "title: [");
        Cli.Ran ran = run("scenario run " + bad);
        assertThat(ran.err()).contains("bad.yaml");
        assertThat(ran.status()).isEqualTo(ExitStatus.USAGE);

        Path empty = Files.createDirectories(project.resolve("empty"));
        for (String command : List.of("judge ", "verify ", "race --from ")) {
            assertThat(run(command + empty).err()).contains("is not the folder of a run");
        }
        for (String file : List.of("settings.json", "events.jsonl", "samples.jsonl")) {
            Files.writeString(empty.resolve(file), "{\"a\"");
        }
        for (String command : List.of("judge ", "verify ", "race --from ")) {
            assertThat(run(command + empty).status()).isNotEqualTo(ExitStatus.OK);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(project.resolve("teams"), "a file, no folder");
        Cli.Ran ran = run("--name team-1 status");
        assertThat(ran.err()).contains("teams", "LAB_RUN");
        assertThat(ran.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    }

    @Test
    void everyCommandHasHelp() {
        List<String> without = new ArrayList<>();
        LabApplication.commandLine().getSubcommands().forEach((name, command) -> {
            command.getSubcommands().forEach((sub, line) -> {
                if (lab.run(name, sub, "--help").status() != ExitStatus.OK) {
                    without.add(name + " " + sub);
                }
            });
            if (lab.run(name, "--help").status() != ExitStatus.OK) {
                without.add(name);
            }
        });
        assertThat(without).isEmpty();
    }
}
