package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlNode;
import java.util.List;

/** The rest of the bounds on one change of a batch. */
final class ChangeBudget implements XmlNode.Budget {

    private final ChangeLimits limits;
    private int elements;
    private int characters;

    ChangeBudget(ChangeLimits limits) {
        this.limits = limits;
        this.elements = limits.elementsPerChange();
        this.characters = limits.charactersPerChange();
    }

    /** @throws Route53Error InvalidChangeBatch: only values beyond the limit need so many elements */
    @Override
    public void element() {
        if (--elements < 0) {
            throw Route53Error.invalidBatch(List.of(limits.tooManyRecords()));
        }
    }

    /** @throws Route53Error InvalidChangeBatch: only values beyond the limit are so long */
    @Override
    public void text(int length) {
        characters -= length;
        if (characters < 0) {
            throw Route53Error.invalidBatch(List.of(limits.tooManyCharacters()));
        }
    }
}
