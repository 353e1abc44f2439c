package emptyrecord.control.playback;

import emptyrecord.api.run.Verdict;
import emptyrecord.control.playback.core.Extras;
import emptyrecord.control.playback.core.HiddenCauses;
import emptyrecord.control.playback.core.Recorder;
import emptyrecord.control.playback.core.Recording;
import emptyrecord.control.run.RunFolder;
import emptyrecord.night.judge.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run's folder as data for the page: the {@link Recording} with its frames as differences, and the files from which
 * the run is judged and verified again. The form: {@code {"format", "version", "recording", "files"}}, gzipped JSON.
 */
public final class Playback {

    /** Marks the data as ours. */
    static final String FORMAT = "empty-record-run";

    /** Rises when older pages or readers cannot read the data any more. */
    static final int VERSION = 1;

    /** Files of a run that are contained; those from which it is judged first. */
    static final List<String> FILES =
            List.of("settings.json", "events.jsonl", "samples.jsonl", "dns.jsonl", "desk.jsonl", "verdict.json");

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Playback() {}

    /**
     * The data of a run.
     *
     * @param folder of a run, over or under way
     * @param causes whether injected faults and the page's diagnosis are contained; see {@link HiddenCauses}
     * @return gzipped JSON
     * @throws IllegalArgumentException names the file and what is wrong with it
     */
    public static byte[] of(Path folder, boolean causes) {
        Run run = RunFolder.read(folder);
        if (run.samples().isEmpty()) {
            throw new IllegalArgumentException(folder + " has no sample, so there is nothing to play back");
        }
        Extras extras = new Extras(
                RunFolder.dns(folder).orElse(List.of()), RunFolder.desk(folder).orElse(List.of()));
        Recording recording = Recorder.record(run, extras, causes);
        ObjectNode shown = JSON.valueToTree(recording);
        shown.set("frames", FrameDeltas.of(recording.frames(), JSON));
        ObjectNode data = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        data.set("recording", shown);
        data.set("files", JSON.valueToTree(files(folder, run, causes)));
        return gzip(JSON.writeValueAsBytes(data));
    }

    private static Map<String, String> files(Path folder, Run run, boolean causes) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                files.put(name, text(file));
            }
        }
        if (!causes) {
            files.putAll(RunFolder.texts(HiddenCauses.in(run)));
            files.computeIfPresent("verdict.json", (name, text) -> outcomeOnly(folder.resolve(name), text));
        }
        return files;
    }

    private static String outcomeOnly(Path file, String text) {
        try {
            return JSON.writeValueAsString(HiddenCauses.in(JSON.readValue(text, Verdict.class)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " is not a verdict, or was cut off", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
