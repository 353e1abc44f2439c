package emptyrecord.lab;

import picocli.CommandLine.Command;

/** {@code ./lab scenario}: experiments as files; see docs/scenarios.md. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Lists, checks and plays scenarios.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ScenarioListCommand.class, ScenarioCheckCommand.class, ScenarioRunCommand.class})
final class ScenarioCommand {}
