package emptyrecord.kit.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static final XmlBounds SMALL = new XmlBounds(10_000, 200, 4, 5, name -> {});

    private static XmlNode tree(String document) {
        return tree(document, SMALL);
    }

    private static XmlNode tree(String document, XmlBounds bounds) {
        return XmlReader.tree(document.getBytes(StandardCharsets.UTF_8), bounds);
    }

    @Test
    void aTreeHasNamesTextsAndChildrenInTheirOrder() {
        XmlNode root = tree("<?xml version='1.0'?><!-- a --><r xmlns='u'> <x>1</x> <y/> <x> 2 <!-- b --></x></r>");
        assertThat(root.name()).isEqualTo("r");
        assertThat(root.all("x")).extracting(XmlNode::text).containsExactly("1", "2");
        assertThat(root.value("y")).as("an empty element counts as absent").isEmpty();
        assertThat(root.child("y")).isPresent();
        assertThat(root.child("z")).isEmpty();
    }

    @Test
    void elementsAreFoundAtAnyDepthInTheOrderOfTheDocument() {
        XmlNode root = tree("<r><a><id>1</id></a><id>2</id></r>");
        assertThat(root.first("id")).contains("1");
        assertThat(root.all("id")).extracting(XmlNode::text).containsExactly("1", "2");
        assertThat(root.first("none")).isEmpty();
    }

    @Test
    void theFiveEntitiesOfXmlAndNumbersOfCharactersAreText() {
        assertThat(tree("<r>&lt;&amp;&gt;&quot;&apos;&#228;&#x20ac;</r>").text())
                .isEqualTo("<&>\"'\u00e4\u20ac");
        assertThat(tree("<r><![CDATA[<raw> & so]]></r>").text()).isEqualTo("<raw> & so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE r><r/> | document type",
                "<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r> | document type",
                "<!DOCTYPE r SYSTEM 'file:///etc/hostname'><r/> | document type",
                "<?php x?><r/> | processing instruction",
                "<r><?php x?></r> | processing instruction",
                "<r/><?php x?> | processing instruction"
            })
    void whatNoProtocolOfTheRegionNeedsIsRejected(String document, String message) {
        assertThatThrownBy(() -> tree(document))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no markup", "<r>", "<r></s>", "<r/><s/>", "<r>&unknown;</r>", "<r>\u0001</r>", "<r a=1/>"})
    void whatIsNotWellFormedIsRejected(String document) {
        assertThatThrownBy(() -> tree(document)).isInstanceOf(XmlException.class);
    }

    @Test
    void depthIsBounded() {
        assertThat(tree("<a><b><c><d/></c></b></a>").all("d")).hasSize(1);
        assertThatThrownBy(() -> tree("<a><b><c><d><e/></d></c></b></a>")).hasMessageContaining("deeper than 4");
    }

    @Test
    void attributesAndNamespacesOfTheWholeDocumentAreBounded() {
        assertThat(tree("<r xmlns='u' a='1'><s b='2' c='3' d='4'/></r>").all("s"))
                .hasSize(1);
        assertThatThrownBy(() -> tree("<r xmlns='u' a='1'><s b='2' c='3' d='4' e='5'/></r>"))
                .hasMessageContaining("more than 5 attributes");
    }

    @Test
    void aLongTagOrTextIsRejectedBeforeItIsHeld() {
        assertThatThrownBy(() -> tree("<r>" + "t".repeat(300) + "</r>")).hasMessageContaining("longer than 200 bytes");
        assertThatThrownBy(() -> tree("<r a='" + "t".repeat(300) + "'/>"))
                .hasMessageContaining("longer than 200 bytes");
    }

    @Test
    void aLongDocumentIsLeftUnread() {
        ByteArrayInputStream body =
                new ByteArrayInputStream(("<r>" + "<x/>".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> XmlReader.read(body, SMALL, xml -> xml.node(XmlNode.Budget.UNBOUNDED)))
                .isInstanceOf(XmlTooLongException.class);
        assertThat(body.available()).isGreaterThan(350_000);
    }

    @Test
    void theCallerSeesEveryNameAndMayEndTheReading() {
        List<String> names = new ArrayList<>();
        XmlBounds bounds = new XmlBounds(1000, 200, 4, 5, name -> {
            names.add(name);
            if (name.equals("bad")) {
                throw new IllegalStateException("no " + name);
            }
        });
        assertThatThrownBy(() -> tree("<r><ok/><bad/><never/></r>", bounds)).hasMessage("no bad");
        assertThat(names).containsExactly("r", "ok", "bad");
    }

    @Test
    void childrenAreReadOneByOne() {
        byte[] document = "<r>x<a>1</a>y<b><c/></b></r>".getBytes(StandardCharsets.UTF_8);
        List<XmlNode> children = XmlReader.read(new ByteArrayInputStream(document), SMALL, xml -> {
            List<XmlNode> found = new ArrayList<>();
            while (xml.nextChild()) {
                found.add(xml.node(XmlNode.Budget.UNBOUNDED));
            }
            return found;
        });
        assertThat(children).extracting(XmlNode::name).containsExactly("a", "b");
    }

    /** The bytes are UTF-8 whatever the document says, so that bounds on bytes hold. */
    @Test
    void anotherEncodingIsNotBelieved() {
        byte[] utf16 = "<?xml version='1.0' encoding='UTF-16'?><r/>".getBytes(StandardCharsets.UTF_16BE);
        assertThatThrownBy(() -> XmlReader.tree(utf16, SMALL)).isInstanceOf(XmlException.class);
    }

    /** The JDK's parser throws a MissingResourceException for them, no XMLStreamException. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\uFFFE"})
    void aCharacterThatIsNoneInADocumentTypeIsMalformed(String character) {
        assertThatThrownBy(() -> tree("<!DOCTYPE x [<!ENTITY a \"x" + character + "\">]><r/>"))
                .isInstanceOf(XmlException.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedInWordsAndPrintNothing() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (String document : List.of("<r>\u00e9</r>", "\u00ff<r/>", "<r a='\u00e9'/>")) {
                assertThatThrownBy(() -> XmlReader.tree(document.getBytes(StandardCharsets.ISO_8859_1), SMALL))
                        .isInstanceOf(XmlException.class)
                        .hasMessageContaining("UTF-8");
            }
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(tree("\uFEFF<r>\u00e9</r>").text()).isEqualTo("\u00e9");
    }
}
