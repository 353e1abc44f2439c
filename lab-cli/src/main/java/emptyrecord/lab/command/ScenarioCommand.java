package emptyrecord.lab.command;

import picocli.CommandLine.Command;

/** {@code ./lab scenario}: experiments as files; see docs/scenarios.md. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Lists, checks and plays scenarios.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ScenarioListCommand.class, ScenarioCheckCommand.class, ScenarioRunCommand.class})
public final class ScenarioCommand {}
