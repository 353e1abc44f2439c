package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlWriter;
import java.util.function.Consumer;

/** An answer in Route 53's namespace. */
final class XmlAnswer {

    private static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

    private XmlAnswer() {}

    static byte[] document(String root, Consumer<XmlWriter> content) {
        return XmlWriter.document(new XmlWriter.Root(root, NAMESPACE), content).bytes();
    }
}
