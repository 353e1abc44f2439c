package emptyrecord.control.drill.core;

import java.util.List;

/** AWS's own time line, to be read beside a team's: minutes from the empty record (docs/incident.md). */
public final class AwsNight {

    /** A moment of that night. */
    public record Moment(double minute, String fact, String what) {}

    public static final List<Moment> MOMENTS = List.of(
            new Moment(0, "F2", "the record is empty; DynamoDB's name answers nothing"),
            new Moment(3, "F4", "errors in Lambda, STS, sign-in"),
            new Moment(50, "F5", "cause identified: DynamoDB's DNS state; one alarm out of hundreds had pointed at it"),
            new Moment(87, "F6", "first mitigations: some internal services connect"),
            new Moment(157, "F8", "a healthy tree is installed by hand"),
            new Moment(172, "F10", "cached empty answers have expired; customers connect again"),
            new Moment(266, "F12", "DWFM throttled and its hosts restarted"),
            new Moment(340, "F13", "leases held on all droplets"),
            new Moment(393, "F16", "instances launch and have no network"),
            new Moment(424, "F17", "monitoring finds the health-check failures, 82 minutes after they began"),
            new Moment(588, "F19", "automatic failover disabled; connection errors end"),
            new Moment(648, "F20", "network propagation normal"),
            new Moment(842, "F22", "all EC2 APIs and launches normal"),
            new Moment(872, "F24", "declared end"));

    private AwsNight() {}
}
