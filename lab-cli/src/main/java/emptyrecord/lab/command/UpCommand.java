package emptyrecord.lab.command;

import emptyrecord.api.client.Routes;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.home.RegionLayout;
import emptyrecord.lab.home.TokenFile;
import emptyrecord.lab.platform.Platform;
import emptyrecord.lab.region.Launcher;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.terminal.NumberText;
import emptyrecord.lab.terminal.Screen;
import emptyrecord.lab.terminal.Table;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab up}: starts every service, waits until the region is steady, prints the addresses. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Starts the region and waits until it is steady.")
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private final RegionOptions options = new RegionOptions();

    @Option(names = "--keep-data", description = "Go on from the last region's data, speed and seed.")
    private boolean keepData;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RegionAccess lab = RegionAccess.of(spec);
        try (Screen screen = Screen.on(out)) {
            new Launcher(lab, screen).up(options.startOptions(keepData));
        }
        RegionAccess.Running region = lab.running();
        out.println("it runs at speed " + NumberText.plain(region.speed()) + " with seed " + region.seed());
        out.println();
        printPlaces(lab.platform(), out);
        if (new TokenFile(lab.home()).token().isPresent()) {
            out.println("  changes need the facilitator's token; ./lab takes it from LAB_TOKEN or "
                    + lab.home().run().resolve("token"));
        }
        return ExitStatus.OK;
    }

    private static void printPlaces(Platform platform, PrintWriter out) {
        Map<String, String> doors = new LinkedHashMap<>(platform.doors());
        Table table = new Table("", "", "");
        table.row(
                "",
                "control room",
                platform.named("control-room").url() + "  (steady state: " + Routes.STEADY + ", operations: "
                        + Routes.OPERATIONS + ")");
        table.row("", "DNS", "dig @" + doors.remove("DNS") + " " + RegionLayout.REGIONAL_NAME);
        table.row(
                "",
                "Route 53",
                "aws route53 list-hosted-zones"
                        + at(platform.named("fake-route53").url()));
        table.row("", "DynamoDB", "aws dynamodb list-tables" + at(doors.remove("DynamoDB")));
        table.row(
                "",
                "EC2",
                "aws ec2 describe-instances" + at(platform.named("dwfm").url()));
        doors.forEach((name, address) -> table.row("", name, address));
        table.row("", "metrics", "/actuator/prometheus of every service; ./lab status lists the ports");
        table.lines(Terminals.columns()).forEach(out::println);
        out.println();
        out.println("./lab replay plays the night, ./lab down stops everything");
    }

    private static String at(@Nullable Object endpoint) {
        return " --endpoint-url " + endpoint;
    }
}
