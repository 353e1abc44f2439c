package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * API reference, "DescribeAvailabilityZones".
 *
 * @param zones of the region, by name
 */
record DescribeAvailabilityZones(List<String> zones) implements Ec2Action {

    private static final String GROUP = "us-east-1-zg-1";

    private static final Filters<Zone> FILTERS = Filters.of(
            filter("group-name", z -> GROUP),
            filter("opt-in-status", z -> "opt-in-not-required"),
            filter("region-name", z -> Ec2Xml.REGION),
            filter("state", z -> "available"),
            filter("zone-id", Zone::id),
            filter("zone-name", Zone::name),
            filter("zone-type", z -> "availability-zone"));

    private record Zone(String name, String id) {}

    @Override
    public Set<String> parameters() {
        return Set.of("ZoneName.N", "ZoneId.N", "Filter.N", "AllAvailabilityZones", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<Zone> all = IntStream.range(0, zones.size())
                .mapToObj(n -> new Zone(zones.get(n), DefaultVpc.zoneId(n)))
                .toList();
        List<Zone> chosen = named(named(all, form, "ZoneName", Zone::name), form, "ZoneId", Zone::id).stream()
                .filter(FILTERS.of(form.filters()))
                .toList();
        var unused = form.flag("AllAvailabilityZones");
        form.refuseDryRun();
        return Ec2Xml.answer(
                name(),
                0,
                xml -> xml.element(
                        "availabilityZoneInfo", () -> chosen.forEach(z -> xml.element("item", () -> write(xml, z)))));
    }

    private static List<Zone> named(List<Zone> zones, Ec2Form form, String parameter, Function<Zone, String> of) {
        List<String> wanted = form.list(parameter);
        List<String> known = zones.stream().map(of).toList();
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Ec2Form.invalid(parameter, name, "the zones are " + known);
        });
        return zones.stream()
                .filter(z -> wanted.isEmpty() || wanted.contains(of.apply(z)))
                .toList();
    }

    private static void write(XmlWriter xml, Zone zone) {
        xml.text("zoneName", zone.name())
                .text("zoneState", "available")
                .text("regionName", Ec2Xml.REGION)
                .text("zoneId", zone.id())
                .text("zoneType", "availability-zone")
                .text("optInStatus", "opt-in-not-required")
                .text("groupName", GROUP)
                .text("networkBorderGroup", Ec2Xml.REGION)
                .element("messageSet", () -> {});
    }
}
