package emptyrecord.enactor.client;

import emptyrecord.enactor.core.Batch;
import emptyrecord.enactor.core.BatchOutcome;
import emptyrecord.enactor.core.PlanTree;
import emptyrecord.enactor.core.ZoneHead;
import java.util.List;
import java.util.Optional;

/** The port to Route 53: zones by name, small reads, batches that are accepted or refused. */
public interface HostedZones {

    /** The top of a zone; empty if Route 53 does not answer or has no such zone. */
    Optional<ZoneHead> head(String zone);

    /** All plan trees of a zone, oldest first; none if Route 53 does not answer. */
    List<PlanTree> trees(String zone);

    /** Submits a batch; no answer counts as a refusal, because the next reading shows the outcome. */
    BatchOutcome submit(Batch batch);
}
