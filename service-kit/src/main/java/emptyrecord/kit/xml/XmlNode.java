package emptyrecord.kit.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element that was read whole.
 *
 * @param name local name
 * @param text its own, without the children's and without space around it
 */
public record XmlNode(String name, String text, List<XmlNode> children) {

    public XmlNode {
        children = List.copyOf(children);
    }

    public Optional<XmlNode> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    /** The child's text; an element that is there but empty counts as absent. */
    public Optional<String> value(String wanted) {
        return child(wanted).map(XmlNode::text).filter(t -> !t.isEmpty());
    }

    /** All elements of that name at any depth, in the order of the document. */
    public List<XmlNode> all(String wanted) {
        return descendants().filter(node -> node.name.equals(wanted)).toList();
    }

    /** The text of the first of them. */
    public Optional<String> first(String wanted) {
        return descendants()
                .filter(node -> node.name.equals(wanted))
                .map(XmlNode::text)
                .findFirst();
    }

    private Stream<XmlNode> descendants() {
        return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.descendants()));
    }

    /** Bounds on an element that is read whole; exceeding one is an exception. */
    public interface Budget {

        /** For an element without bounds of its own. */
        Budget UNBOUNDED = new Budget() {
            @Override
            public void element() {}

            @Override
            public void text(int length) {}
        };

        /** One more element, the outermost included. */
        void element();

        /** So many more characters. */
        void text(int length);
    }
}
