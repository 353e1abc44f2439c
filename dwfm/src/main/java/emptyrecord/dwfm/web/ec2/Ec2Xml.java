package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The frame of EC2's answers and errors, version 2016-11-15 (API reference, "Query requests" and "Error codes"). */
final class Ec2Xml {

    static final String OWNER = "123456789012";
    static final String REGION = "us-east-1";

    /** Start and end of an answer, rounded up. */
    static final int FRAME_BYTES = 512;

    private static final String NAMESPACE = "http://ec2.amazonaws.com/doc/2016-11-15/";

    private Ec2Xml() {}

    /** @param bytes of the content, at most */
    static XmlDocument answer(String action, long bytes, Consumer<XmlWriter> content) {
        XmlWriter.Root root = new XmlWriter.Root(action + "Response", NAMESPACE, Math.toIntExact(FRAME_BYTES + bytes));
        return XmlWriter.document(root, xml -> {
            xml.text("requestId", UUID.randomUUID());
            content.accept(xml);
        });
    }

    /** The answer of an action that has nothing to tell. */
    static XmlDocument done(String action) {
        return answer(action, 0, xml -> xml.text("return", true));
    }

    /** The form that the SDKs parse: {@code Response/Errors/Error} with {@code Code} and {@code Message}. */
    static XmlDocument error(String code, String message) {
        return XmlWriter.document(
                new XmlWriter.Root("Response", "", FRAME_BYTES),
                xml -> xml.element(
                                "Errors",
                                () -> xml.element(
                                        "Error", () -> xml.text("Code", code).text("Message", message)))
                        .text("RequestID", UUID.randomUUID()));
    }

    /** A list of texts. */
    static void items(XmlWriter xml, String name, List<?> values) {
        xml.element(name, () -> values.forEach(value -> xml.text("item", value)));
    }
}
