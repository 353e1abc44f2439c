package emptyrecord.route53.web;

import emptyrecord.route53.core.BatchSize;
import emptyrecord.route53.core.ChangeBatch;
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

    /** @throws Route53Error InvalidChangeBatch with every limit that the batch exceeds */
    void check(ChangeBatch batch) {
        BatchSize size = BatchSize.of(batch);
        List<String> reasons = new ArrayList<>();
        if (size.records() > changesPerBatch) {
            reasons.add("Number of records limit of " + changesPerBatch + " exceeded.");
        }
        if (size.characters() > charactersPerBatch) {
            reasons.add("RDATA character limit of " + charactersPerBatch + " exceeded.");
        }
        if (!reasons.isEmpty()) {
            throw Route53Error.invalidBatch(reasons);
        }
    }
}
