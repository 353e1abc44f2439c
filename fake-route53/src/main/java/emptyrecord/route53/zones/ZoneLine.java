package emptyrecord.route53.zones;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** A line of the zones' journal. Its kind is known by its fields, so journals with batches only can be read as ever. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(BatchLine.class), @JsonSubTypes.Type(HostedZoneLine.class)})
public sealed interface ZoneLine permits BatchLine, HostedZoneLine {

    /** Number of the change, counted over all zones from 1. */
    long seq();

    /** Wall time of acceptance. */
    Instant at();

    /** Id of the hosted zone. */
    String zone();

    /** Whether GetChange knows it. */
    boolean countsAsChange();
}
