package emptyrecord.scenario.reader;

import emptyrecord.scenario.Coherence;
import emptyrecord.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios as files: those that come with the lab, and the check that any of them has to pass. */
public final class ScenarioFiles {

    /** The scenarios that come with the lab, in the order in which a facilitator would play them. */
    private static final List<String> SHIPPED = List.of(
            "nothing-wrong",
            "planner-stopped",
            "doing-nothing-is-right",
            "twin-automation-works",
            "twin-automation-frozen",
            "near-miss",
            "stale-plan-without-deletion",
            "slow-clients-after-recovery",
            "az-lost",
            "short-outage-that-heals",
            "long-outage-that-does-not",
            "collapse-all-or-nothing",
            "collapse-thundering-herd",
            "misleading-connections",
            "nlb-bad-feedback",
            "the-night");

    private static final String FOLDER = "/scenarios/";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    private final ScenarioSchema schema =
            new ScenarioSchema(new JsonMapper().readTree(resource("scenario.schema.json")));

    /** Names of the scenarios that come with the lab. */
    public List<String> names() {
        return SHIPPED;
    }

    /** The text of a scenario that comes with the lab. */
    public Optional<String> find(String name) {
        return SHIPPED.contains(name) ? Optional.of(resource(name + ".yaml")) : Optional.empty();
    }

    /** @throws IllegalArgumentException lists the names there are */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(noSuch(name)));
    }

    /** Reports that there is no such scenario, and which there are. */
    public String noSuch(String name) {
        return "There is no scenario '" + name + "'; there are " + SHIPPED;
    }

    public Scenario shipped(String name) {
        return read(name, text(name));
    }

    /**
     * Reads a scenario.
     *
     * @param name of the file without its ending, or its path
     * @throws BadScenarioException names line and field of all that is wrong, and what is allowed
     */
    public Scenario read(String name, String text) {
        String plain = name.substring(name.lastIndexOf('/') + 1).replaceFirst("[.]ya?ml$", "");
        if (!NAME.matcher(plain).matches()) {
            throw new BadScenarioException(name, List.of("its name must be in kebab case, for example my-outage.yaml"));
        }
        YamlTree.Document document = YamlTree.read(name, text);
        List<String> problems = schema.problems(document);
        if (!problems.isEmpty()) {
            throw new BadScenarioException(name, problems);
        }
        refuse(name, document, EventWords.problems(document.root()));
        Scenario scenario = ScenarioReader.scenario(plain, document.root());
        refuse(name, document, Coherence.problems(scenario));
        return scenario;
    }

    private static void refuse(String name, YamlTree.Document document, List<Coherence.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadScenarioException(
                    name,
                    problems.stream()
                            .map(p -> "line " + document.line(p.pointer()) + ", " + ScenarioSchema.field(p.pointer())
                                    + ": " + p.message())
                            .toList());
        }
    }

    private static String resource(String file) {
        try (InputStream in = ScenarioFiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is not on the class path; build with ./lab");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
