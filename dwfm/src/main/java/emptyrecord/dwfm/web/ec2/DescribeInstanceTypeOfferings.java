package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * API reference, "DescribeInstanceTypeOfferings": every type is offered everywhere.
 *
 * @param zones of the region, by name
 */
record DescribeInstanceTypeOfferings(List<String> zones) implements Ec2Action {

    private static final int BYTES = 200;

    private record Offering(InstanceType type, String kind, String location) {}

    private static final Filters<Offering> FILTERS =
            Filters.of(filter("instance-type", o -> o.type().word()), filter("location", Offering::location));

    private static final Listing.Shape<Offering> SHAPE = new Listing.Shape<>(
            "DescribeInstanceTypeOfferings",
            "instanceTypeOfferingSet",
            BYTES,
            (xml, o) -> xml.text("instanceType", o.type().word())
                    .text("locationType", o.kind())
                    .text("location", o.location()));

    @Override
    public Set<String> parameters() {
        return Set.of("LocationType", "Filter.N", "MaxResults", "NextToken", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        String kind = form.choice("LocationType", List.of("region", "availability-zone", "availability-zone-id"));
        List<Offering> all = InstanceType.all().stream()
                .flatMap(type -> locations(kind).stream().map(l -> new Offering(type, kind, l)))
                .toList();
        return new Listing<>(form, all).matching(FILTERS).answer(SHAPE, room, 5, 1000);
    }

    private List<String> locations(String kind) {
        return switch (kind) {
            case "availability-zone" -> zones;
            case "availability-zone-id" ->
                IntStream.range(0, zones.size()).mapToObj(DefaultVpc::zoneId).toList();
            default -> List.of(Ec2Xml.REGION);
        };
    }
}
