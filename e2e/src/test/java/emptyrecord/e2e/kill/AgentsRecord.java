package emptyrecord.e2e.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What runs on the droplets by their own journal, read while their process appends to it. */
final class AgentsRecord {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path journal;

    /** @param folder of the region */
    AgentsRecord(Path folder) {
        this.journal = folder.resolve("droplets").resolve("droplets.jsonl");
    }

    /** The droplets of each instance that runs. */
    Map<String, Set<String>> running() {
        Map<String, Set<String>> onDroplet = new HashMap<>();
        for (String line : lines()) {
            JsonNode value = read(line).path("value");
            Set<String> running =
                    onDroplet.computeIfAbsent(value.path("droplet").asString(), d -> new HashSet<>());
            value.path("started").forEach(i -> running.add(i.asString()));
            value.path("ended").forEach(i -> running.remove(i.asString()));
        }
        Map<String, Set<String>> droplets = new HashMap<>();
        onDroplet.forEach((droplet, running) -> running.forEach(
                i -> droplets.computeIfAbsent(i, x -> new TreeSet<>()).add(droplet)));
        return droplets;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(journal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last line may be half written. */
    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
