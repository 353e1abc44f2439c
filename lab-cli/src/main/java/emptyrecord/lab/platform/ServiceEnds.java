package emptyrecord.lab.platform;

import emptyrecord.lab.failure.LabException;
import emptyrecord.lab.start.ExitReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Unexpected ends of processes, as their keepers recorded them: {@code ends.jsonl} in the region's folder. */
public final class ServiceEnds {

    private static final JsonMapper JSON = new JsonMapper();

    private ServiceEnds() {}

    /**
     * One end.
     *
     * @param status exit status, as a shell gives it
     * @param atSeconds of the epoch; null where the platform does not report it
     * @param livedSeconds how long the process lived; null where the platform does not report it
     * @param againInSeconds pause until it was started again
     */
    public record End(
            String service,
            long pid,
            int status,
            @Nullable Long atSeconds,
            @Nullable Long livedSeconds,
            long againInSeconds) {

        /** For example {@code exit status 3: out of memory, after 12 s}. */
        public String words() {
            return ExitReason.of(status) + (livedSeconds == null ? "" : ", after " + livedSeconds + " s");
        }

        /** For example {@code  12 min ago}, or nothing. */
        public String ago(Instant now) {
            return atSeconds == null
                    ? ""
                    : " "
                            + Duration.between(Instant.ofEpochSecond(atSeconds), now)
                                    .toMinutes() + " min ago";
        }

        private boolean isSince(Instant since) {
            return atSeconds == null || atSeconds >= since.getEpochSecond();
        }
    }

    /** All recorded ends, oldest first; a line that was cut off by a full disk is left out. */
    public static List<End> of(Path file) {
        List<End> ends = new ArrayList<>();
        if (!Files.exists(file)) {
            return ends;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                try {
                    ends.add(JSON.readValue(line, End.class));
                } catch (JacksonException torn) {
                    continue;
                }
            }
        } catch (IOException e) {
            throw new LabException("cannot read " + file + ": " + e.getMessage());
        }
        return ends;
    }

    /** The newest of each service since an instant; an end without a time counts. */
    public static Map<String, End> newest(List<End> ends, Instant since) {
        Map<String, End> newest = new LinkedHashMap<>();
        ends.stream().filter(e -> e.isSince(since)).forEach(e -> newest.put(e.service(), e));
        return newest;
    }
}
