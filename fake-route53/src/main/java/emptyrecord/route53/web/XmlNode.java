package emptyrecord.route53.web;

import java.util.List;
import java.util.Optional;

/** An element of one change of a batch: its local name, its text, its children. */
record XmlNode(String name, String text, List<XmlNode> children) {

    /** What one change may still have in it. */
    static final class Budget {

        private final ChangeLimits limits;
        private int elements;
        private int characters;

        Budget(ChangeLimits limits) {
            this.limits = limits;
            this.elements = limits.elementsPerChange();
            this.characters = limits.charactersPerChange();
        }

        /** @throws Route53Error InvalidChangeBatch: only values beyond the limit need so many elements */
        void element() {
            if (--elements < 0) {
                throw Route53Error.invalidBatch(List.of(limits.tooManyRecords()));
            }
        }

        /** @throws Route53Error InvalidChangeBatch: only values beyond the limit are so long */
        void text(int length) {
            characters -= length;
            if (characters < 0) {
                throw Route53Error.invalidBatch(List.of(limits.tooManyCharacters()));
            }
        }
    }

    Optional<XmlNode> child(String wanted) {
        return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
    }

    XmlNode required(String wanted) {
        return child(wanted)
                .orElseThrow(() -> Route53Error.invalidInput("Invalid XML ; element " + name + " has no " + wanted));
    }

    /** The child's text; an element that is there but empty counts as absent. */
    Optional<String> value(String wanted) {
        return child(wanted).map(XmlNode::text).filter(t -> !t.isEmpty());
    }

    String requiredValue(String wanted) {
        return value(wanted)
                .orElseThrow(() -> Route53Error.invalidInput("Invalid XML ; element " + name + " needs a " + wanted));
    }
}
