package emptyrecord.control.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The folder of the night that was played at speed 60 (seed 889339), as tests keep it; without most enactors' steps. */
public final class PlayedFolder {

    private PlayedFolder() {}

    /** Puts the files from which the night is judged into a folder. */
    public static Path into(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream in = open("settings.json")) {
            Files.copy(in, folder.resolve("settings.json"));
        }
        for (String file : new String[] {"events.jsonl", "samples.jsonl"}) {
            try (InputStream in = new GZIPInputStream(open(file + ".gz"))) {
                Files.copy(in, folder.resolve(file));
            }
        }
        return folder;
    }

    public static InputStream open(String file) {
        return Objects.requireNonNull(PlayedFolder.class.getResourceAsStream("/played-night/" + file), file);
    }
}
