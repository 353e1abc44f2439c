package emptyrecord.control.playback;

import emptyrecord.control.playback.core.HiddenCauses;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A run in one HTML file that opens from disk: the page, and the run's data in an element of it.
 *
 * <p>{@code <script type="application/vnd.empty-record.run" id="run-data" data-version="1" data-sha256="…">} holds the
 * base64 of {@link Playback}'s bytes; the checksum is that of these bytes.
 */
public final class Bundle {

    static final String ELEMENT = "<script type=\"application/vnd.empty-record.run\" id=\"run-data\"";

    private Bundle() {}

    /**
     * The file's text, in ASCII and UTF-8 alike for its data.
     *
     * @param folder of a run
     * @param causes whether the true causes are contained
     * @throws IllegalArgumentException names the file of the run and what is wrong with it
     */
    public static String html(Path folder, boolean causes) {
        byte[] data = Playback.of(folder, causes);
        String element = ELEMENT + " data-version=\"" + Playback.VERSION + "\" data-sha256=\""
                + HexFormat.of().formatHex(PackedPage.sha256(data)) + "\">"
                + Base64.getEncoder().encodeToString(data) + "</script>";
        return PackedPage.html("Empty Record: run " + name(folder, causes), element);
    }

    /** A name for the file: the run's id, without its scenario's name where causes are left out. */
    public static String name(Path folder, boolean causes) {
        String id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return causes ? id : HiddenCauses.neutral(id);
    }
}
