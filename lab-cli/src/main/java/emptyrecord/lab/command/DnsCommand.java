package emptyrecord.lab.command;

import emptyrecord.lab.dns.Colours;
import emptyrecord.lab.dns.DnsReport;
import emptyrecord.lab.dns.DnsSnapshot;
import emptyrecord.lab.dns.DnsSnapshotReader;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.failure.Suggestion;
import emptyrecord.lab.failure.Waiting;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.region.RegionDns;
import emptyrecord.lab.terminal.Picture;
import emptyrecord.lab.terminal.Terminals;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lab dns}: plans, enactors, locks, trees and DNS answers side by side; {@code --watch} refreshes it. */
@Command(
        name = "dns",
        mixinStandardHelpOptions = true,
        description = "Shows plans, enactors, locks, trees and DNS answers side by side, and lists what is wrong.")
public final class DnsCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @Option(names = "--watch", description = "Renew it every second until Ctrl-C; on a terminal only.")
    private boolean watch;

    @Option(names = "--endpoint", paramLabel = "NAME", description = "Draw this endpoint's tree, for example regional.")
    private @Nullable String endpoint;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        RegionAccess lab = RegionAccess.of(spec);
        if (lab.platform().living().isEmpty()) {
            throw new LabException("no region runs here; start one with ./lab "
                    + lab.platform().option() + "up");
        }
        DnsSnapshotReader reader = RegionDns.reader(lab.platform());
        DnsSnapshot first = reader.look();
        requireEndpoint(first);
        Optional<Picture> picture = watch ? Picture.open() : Optional.empty();
        if (picture.isEmpty()) {
            print(first);
            return ExitStatus.OK;
        }
        try (Picture watched = picture.get()) {
            for (DnsSnapshot look = first; ; look = reader.look()) {
                renew(watched, look);
                Waiting.pause(LOOK_AGAIN);
            }
        }
    }

    private void print(DnsSnapshot look) {
        PrintWriter out = spec.commandLine().getOut();
        DnsReport.lines(look, new DnsReport.Form(paint(), Terminals.columns()), Optional.ofNullable(endpoint))
                .forEach(out::println);
    }

    private void renew(Picture picture, DnsSnapshot look) {
        picture.renew(
                columns -> DnsReport.lines(look, new DnsReport.Form(paint(), columns), Optional.ofNullable(endpoint)));
    }

    private static Colours paint() {
        return Terminals.isColoured() ? Colours.ANSI : Colours.PLAIN;
    }

    private void requireEndpoint(DnsSnapshot look) {
        List<String> names =
                look.endpoints().stream().map(DnsSnapshot.EndpointSeen::name).toList();
        String wanted = endpoint;
        if (wanted != null && !names.isEmpty() && !names.contains(wanted)) {
            throw LabException.usage("there is no endpoint '" + wanted + "'" + Suggestion.of(wanted, names));
        }
    }
}
