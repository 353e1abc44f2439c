package emptyrecord.lab.command;

import emptyrecord.api.client.Changes;
import emptyrecord.api.common.FaultView;
import emptyrecord.lab.failure.ExitStatus;
import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.region.RegionAccess;
import emptyrecord.lab.region.Switchboards;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./lab heal [FAULT]}: clears a fault everywhere it is injected, or all faults. A service that does not answer
 * does not stop the others from being cleared; it is named at the end.
 */
@Command(
        name = "heal",
        mixinStandardHelpOptions = true,
        description = "Clears a fault wherever it is injected; without a name, all faults.")
public final class HealCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FAULT",
            completionCandidates = CompletionNames.Faults.class,
            description = "For example lose-lock.")
    private @Nullable String fault;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            completionCandidates = CompletionNames.Services.class,
            description = "Only at this service.")
    private @Nullable String service;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RegionAccess lab = RegionAccess.of(spec);
        Switchboards switchboards = new Switchboards(lab);
        Switchboards.Answers<FaultView> answers = switchboards.ask(Switchboards.FAULTS, service);
        requireKnown(switchboards, answers);
        List<String> left = new ArrayList<>(answers.silent());
        List<Switchboards.Entry<FaultView>> injected = injected(answers);
        for (Switchboards.Entry<FaultView> entry : injected) {
            try {
                lab.http().tell(entry.service().url(), Changes.clear(entry.name()));
                out.println(entry.service().name() + ": " + entry.name() + " cleared");
            } catch (LabException e) {
                Switchboards.requireSilence(e);
                left.add(entry.service().name());
            }
        }
        if (!left.isEmpty()) {
            throw new LabException("faults there stay injected: no answer from " + String.join(", ", left)
                    + "; ./lab status shows what runs");
        }
        if (injected.isEmpty()) {
            out.println("nothing was injected");
        }
        return ExitStatus.OK;
    }

    /** An unknown name is only wrong usage when every service answered. */
    private void requireKnown(Switchboards switchboards, Switchboards.Answers<FaultView> answers) {
        String name = fault;
        if (answers.entries().isEmpty() && !answers.silent().isEmpty()) {
            throw new LabException(
                    (answers.silent().size() == 1 ? answers.silent().getFirst() : "the region")
                            + " does not answer; ./lab status shows what runs, ./lab up starts a region");
        }
        if (name != null && answers.silent().isEmpty()) {
            switchboards.owners(Switchboards.FAULTS, name, service);
        }
    }

    private List<Switchboards.Entry<FaultView>> injected(Switchboards.Answers<FaultView> answers) {
        return answers.entries().stream()
                .filter(e -> e.view().on())
                .filter(e -> fault == null || e.name().equals(fault))
                .toList();
    }
}
