package emptyrecord.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A drill's folder after its end: where all runs are, also when the region is in containers. */
record DrillFolder(Lab lab) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DEBRIEF = "debrief.html";

    /**
     * Keeps it.
     *
     * @param end what the control room answered to the end
     * @param copy where a copy of the debrief is wanted
     * @return the debrief
     */
    Path keep(JsonNode end, Optional<Path> copy) {
        Path folder = lab.home()
                .runs()
                .resolve(Path.of(end.path("folder").asString("drill")).getFileName());
        Path debrief = folder.resolve(DEBRIEF);
        try {
            if (!Files.isRegularFile(debrief)) {
                fetch(end, folder);
            }
            if (copy.isPresent()) {
                Files.copy(debrief, copy.get(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LabException("the drill is over, but its debrief cannot be written: " + Failures.reason(e)
                    + "; it lies in " + folder);
        }
        return copy.orElse(debrief).toAbsolutePath();
    }

    private void fetch(JsonNode end, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : RunPlace.ofScenarios(Optional.empty()).files()) {
            Files.write(folder.resolve(file), bytes("/scenario-runs/" + folder.getFileName() + "/" + file));
        }
        ObjectNode drill = JSON.createObjectNode();
        drill.set("team", end.path("team"));
        drill.set("scenario", end.path("scenario"));
        drill.set("score", end.path("score"));
        Files.writeString(folder.resolve("drill.json"), drill.toPrettyString());
        Files.write(folder.resolve(DEBRIEF), bytes("/drills/current/debrief"));
    }

    private byte[] bytes(String path) {
        return lab.http().bytes(lab.control().resolve(path));
    }
}
