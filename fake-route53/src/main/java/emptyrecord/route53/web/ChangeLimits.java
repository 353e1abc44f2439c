package emptyrecord.route53.web;

import emptyrecord.route53.core.BatchSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Bounds on one ChangeResourceRecordSets request.
 *
 * @param changesPerBatch most ResourceRecord elements, as {@link BatchSize} counts them
 * @param charactersPerBatch most characters in Value elements, counted likewise
 * @param requestBytesMax longest body
 */
public record ChangeLimits(int changesPerBatch, int charactersPerBatch, int requestBytesMax) {

    /** Elements of a change beside its values: name, type, policy, target. Route 53 has no more than 20. */
    private static final int OTHER_ELEMENTS = 32;

    /** Characters of a change beside its values: names of 255 characters, written with escapes, and white space. */
    private static final int OTHER_CHARACTERS = 64 * 1024;

    /** @throws Route53Error InvalidChangeBatch with every limit that is exceeded so far */
    void check(BatchSize size) {
        List<String> reasons = new ArrayList<>();
        if (size.records() > changesPerBatch) {
            reasons.add(tooManyRecords());
        }
        if (size.characters() > charactersPerBatch) {
            reasons.add(tooManyCharacters());
        }
        if (!reasons.isEmpty()) {
            throw Route53Error.invalidBatch(reasons);
        }
    }

    /** A ResourceRecord and a Value for each record, one too many, so that the count finds it. */
    int elementsPerChange() {
        return OTHER_ELEMENTS + 2 * (changesPerBatch + 1);
    }

    int charactersPerChange() {
        return OTHER_CHARACTERS + charactersPerBatch;
    }

    String tooManyRecords() {
        return "Number of records limit of " + changesPerBatch + " exceeded.";
    }

    String tooManyCharacters() {
        return "RDATA character limit of " + charactersPerBatch + " exceeded.";
    }
}
