package emptyrecord.kit.xml;

import static org.assertj.core.api.Assertions.assertThat;

import emptyrecord.kit.xml.XmlWriter.Root;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWriterTest {

    private static final Root ROOT = new Root("Answer", "");

    private static String written(String text) {
        return XmlWriter.document(ROOT, xml -> xml.text("v", text)).toString();
    }

    private static String readBack(String text) {
        return XmlReader.tree(
                        XmlWriter.document(ROOT, xml -> xml.text("v", text)).bytes(), XmlBounds.ANSWER)
                .first("v")
                .orElseThrow();
    }

    @Test
    void elementsNestInTheNamespaceOfTheRoot() {
        XmlDocument document = XmlWriter.document(
                new Root("Zones", "https://example.test/doc/"),
                xml -> xml.element("Zone", zone -> zone.text("Id", "Z1").text("Count", 3))
                        .element("Empty", () -> {}));
        assertThat(document.toString())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .endsWith("<Zones xmlns=\"https://example.test/doc/\"><Zone><Id>Z1</Id><Count>3</Count></Zone>"
                        + "<Empty></Empty></Zones>");
        assertThat(document.size()).isEqualTo(document.bytes().length);
    }

    @Test
    void markupInATextIsEscaped() {
        assertThat(written("<a> & ]]> \"b\"")).contains("<v>&lt;a&gt; &amp; ]]&gt; \"b\"</v>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&>\"'", "\u00e4\u20ac", "\ud83d\ude00 and \ud83d\ude01", "a\tb\nc", "]]>", "&amp;"})
    void everyTextIsReadBackAsItWas(String text) {
        assertThat(readBack(text)).isEqualTo(text);
    }

    @Test
    void charactersThatXmlCannotCarryAreReplaced() {
        assertThat(readBack("a\u0000b\u001bc\uffffd")).isEqualTo("a\ufffdb\ufffdc\ufffdd");
        assertThat(readBack("half \ud83d of a pair")).isEqualTo("half \ufffd of a pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "<&>", "\u00e4", "\u20ac\u20ac", "\ud83d\ude00", "\u0001\u0002", "\ud83d", "a\nb"})
    void noTextTakesMoreBytesThanItsBound(String text) {
        int frame = written("").getBytes(StandardCharsets.UTF_8).length;
        int taken = written(text).getBytes(StandardCharsets.UTF_8).length - frame;
        assertThat((long) taken).isLessThanOrEqualTo(XmlWriter.bytesMax(text));
    }
}
