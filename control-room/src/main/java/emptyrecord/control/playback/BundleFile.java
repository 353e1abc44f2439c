package emptyrecord.control.playback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a {@link Bundle} back into a run's folder. A bundle comes from elsewhere, so sizes, version, checksum and the
 * names in it are checked before anything is written.
 */
public final class BundleFile {

    /** Bytes of the file; a night has less than 2 MB (our choice). */
    static final long MOST_BYTES = 16L << 20;

    /** Bytes of the data when unpacked; a night has some 10 MB (our choice). */
    static final int MOST_UNPACKED = 32 << 20;

    private static final Pattern START = Pattern.compile(
            Pattern.quote(Bundle.ELEMENT) + " data-version=\"([0-9]{1,6})\" data-sha256=\"([0-9a-f]{64})\">");
    private static final String END = "</script>";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BundleFile() {}

    /** What is read of the data; the recording is for the page. */
    private record Data(@Nullable String format, @Nullable Map<String, String> files) {}

    /**
     * Writes the run's files into a folder, which exists.
     *
     * @param file that {@code ./lab bundle} wrote
     * @throws IllegalArgumentException says what is wrong with the file
     */
    public static void unpack(Path file, Path folder) {
        Map<String, String> files = read(file);
        try {
            for (String name : Playback.FILES) {
                String text = files.get(name);
                if (text != null) {
                    Files.writeString(folder.resolve(name), text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the run of " + file + " to " + folder, e);
        }
    }

    private static Map<String, String> read(Path file) {
        String text = text(file);
        Matcher start = START.matcher(text);
        if (!start.find()) {
            throw new IllegalArgumentException(
                    file + " is not a bundle: it has no data of a run; ./lab bundle writes one");
        }
        if (Integer.parseInt(start.group(1)) != Playback.VERSION) {
            throw new IllegalArgumentException(file + " was written by another version: its format is " + start.group(1)
                    + ", this command reads format " + Playback.VERSION);
        }
        int end = text.indexOf(END, start.end());
        if (end < 0) {
            throw new IllegalArgumentException(file + " was cut off: its data has no end; get the file again");
        }
        byte[] data = bytes(file, text.substring(start.end(), end));
        if (!HexFormat.of().formatHex(PackedPage.sha256(data)).equals(start.group(2))) {
            throw new IllegalArgumentException(
                    file + " was changed or damaged: its data does not have the checksum that it states");
        }
        return json(file, data);
    }

    private static String text(Path file) {
        try {
            long size = Files.size(file);
            if (size > MOST_BYTES) {
                throw new IllegalArgumentException(
                        file + " has " + (size >> 20) + " MB; a bundle has at most " + (MOST_BYTES >> 20));
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path file, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " was changed or damaged: its data is not base64", e);
        }
    }

    private static Map<String, String> json(Path file, byte[] data) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
            byte[] unpacked = in.readNBytes(MOST_UNPACKED + 1);
            if (unpacked.length > MOST_UNPACKED) {
                throw new IllegalArgumentException(
                        file + " unpacks to more than " + (MOST_UNPACKED >> 20) + " MB, which no run has");
            }
            return Optional.ofNullable(JSON.readValue(unpacked, Data.class))
                    .filter(read -> Playback.FORMAT.equals(read.format()))
                    .map(Data::files)
                    .orElseThrow(() ->
                            new IllegalArgumentException(file + " is not a bundle: its data is not that of a run"));
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(file + " is not a bundle: its data cannot be unpacked", e);
        }
    }
}
