package emptyrecord.control.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import emptyrecord.control.run.JudgeFolder;
import emptyrecord.control.testkit.PlayedFolder;
import emptyrecord.night.judge.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A played night as one file, and back. */
class BundleTest {

    @TempDir
    static Path data;

    private static Path folder;
    private static String html;

    @BeforeAll
    static void bundle() throws IOException {
        folder = PlayedFolder.into(data.resolve("20261126-080527-889339"));
        html = Bundle.html(folder, true);
    }

    private static Path unpacked(String name, String text) throws IOException {
        Path file = Files.writeString(data.resolve(name + ".html"), text);
        Path into = Files.createDirectories(data.resolve(name));
        BundleFile.unpack(file, into);
        return into;
    }

    @Test
    void theFilesComeBackByteForByte() throws IOException {
        Path back = unpacked("same", html);
        for (String file : new String[] {"settings.json", "events.jsonl", "samples.jsonl"}) {
            assertThat(back.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
        }
    }

    @Test
    void thePageLetsNothingBeLoadedAndItsDataEndNoElement() {
        assertThat(html)
                .contains("default-src 'none'", "<html data-source=\"recorded\"", "run 20261126-080527-889339</title>")
                .doesNotContain("'unsafe-inline'", "src=\"/", "href=\"/", "http://127.0.0.1");
        String data = html.substring(html.indexOf(Bundle.ELEMENT));
        assertThat(data.substring(data.indexOf('>') + 1, data.indexOf("</script>")))
                .matches("[A-Za-z0-9+/=]+");
    }

    @Test
    void withoutCausesItIsJudgedTheSameAndTellsNone() throws IOException {
        Report with = JudgeFolder.judge(unpacked("with", html));
        Path hidden = unpacked("hidden", Bundle.html(folder, false));
        Report without = JudgeFolder.judge(hidden);

        assertThat(without.milestones()).isEqualTo(with.milestones());
        assertThat(without.outcome()).isEqualTo(with.outcome());
        assertThat(without.rounds()).isEmpty();
        assertThat(without.marks()).hasSize(with.marks().size() - 1);
        assertThat(Files.readString(hidden.resolve("events.jsonl")))
                .doesNotContain("fault-injected", "lose-lock", "round-started", "\"trigger\"")
                .contains("operator-action", "plan-flipped");
        assertThat(Files.readString(hidden.resolve("settings.json"))).doesNotContain("lose-lock");
        assertThat(new String(recording(Bundle.html(folder, false)), StandardCharsets.UTF_8))
                .contains("\"role\":[\"SYMPTOM\"]", "\"phase\":\"recorded\"")
                .doesNotContain("lose-lock", "CAUSE", "\"controller\":\"operators\"", "lease-collapse");
    }

    @Test
    void aScenariosNameIsNotInTheNameOfTheFile() {
        assertThat(Bundle.name(Path.of("runs/20260101-120000-planner-stopped"), false))
                .isEqualTo("20260101-120000");
        assertThat(Bundle.name(Path.of("runs/20260101-120000-7"), false)).isEqualTo("20260101-120000-7");
        assertThat(Bundle.name(Path.of("runs/20260101-120000-az-lost"), true)).isEqualTo("20260101-120000-az-lost");
    }

    @Test
    void aFileThatIsNoBundleOrNoMoreSaysSo() throws IOException {
        refused(text -> "<html></html>", "is not a bundle: it has no data of a run");
        refused(text -> text.substring(0, text.indexOf(Bundle.ELEMENT) + 5000), "was cut off");
        refused(text -> text.replace("data-version=\"1\"", "data-version=\"7\""), "another version: its format is 7");
        int at = html.indexOf("data-sha256=") + 2000;
        char other = html.charAt(at) == 'A' ? 'B' : 'A';
        refused(text -> text.substring(0, at) + other + text.substring(at + 1), "changed or damaged");
        refused(text -> text.substring(0, at) + "%" + text.substring(at + 1), "is not base64");
        refused(text -> element("not gzip".getBytes(StandardCharsets.UTF_8)), "cannot be unpacked");
        refused(
                text -> element(gzip("{\"format\":\"another\"}".getBytes(StandardCharsets.UTF_8))),
                "not that of a run");
    }

    @Test
    void aFileThatWouldFillMemoryIsRefused() throws IOException {
        refused(text -> element(gzip(new byte[BundleFile.MOST_UNPACKED + 10])), "more than 32 MB");
        Path big = data.resolve("big.html");
        try (var file = new java.io.RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(BundleFile.MOST_BYTES + (1 << 20));
        }
        assertThatThrownBy(() -> BundleFile.unpack(big, data)).hasMessageContaining("a bundle has at most 16");
    }

    @Test
    void aRunWithoutASampleCannotBePlayedBack() throws IOException {
        Path empty = Files.createDirectories(data.resolve("empty"));
        Files.copy(folder.resolve("settings.json"), empty.resolve("settings.json"));
        Files.writeString(empty.resolve("events.jsonl"), "");
        Files.writeString(empty.resolve("samples.jsonl"), "");
        assertThatThrownBy(() -> Bundle.html(empty, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to play back");
    }

    private static void refused(UnaryOperator<String> change, String why) throws IOException {
        Path file = Files.writeString(data.resolve("bad.html"), change.apply(html));
        Path into = Files.createDirectories(data.resolve("bad"));
        assertThatThrownBy(() -> BundleFile.unpack(file, into))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.html")
                .hasMessageContaining(why);
        assertThat(into).isEmptyDirectory();
    }

    private static byte[] recording(String bundle) throws IOException {
        String rest = bundle.substring(bundle.indexOf(Bundle.ELEMENT));
        byte[] data = Base64.getDecoder().decode(rest.substring(rest.indexOf('>') + 1, rest.indexOf("</script>")));
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(data))) {
            return in.readAllBytes();
        }
    }

    private static String element(byte[] data) {
        return Bundle.ELEMENT + " data-version=\"1\" data-sha256=\""
                + HexFormat.of().formatHex(PackedPage.sha256(data)) + "\">"
                + Base64.getEncoder().encodeToString(data) + "</script>";
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
