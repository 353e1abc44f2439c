package emptyrecord.dwfm.web.ec2;

import static emptyrecord.dwfm.web.ec2.Filters.filter;

import emptyrecord.kit.xml.XmlDocument;
import java.util.List;
import java.util.Set;

/** API reference, "DescribeRegions": this one. Its endpoint is a name that leads nobody to AWS. */
record DescribeRegions() implements Ec2Action {

    private static final int BYTES = 250;
    private static final String ENDPOINT = "ec2." + Ec2Xml.REGION + ".amazonaws.test";
    private static final String OPT_IN = "opt-in-not-required";

    private static final Filters<String> FILTERS = Filters.of(
            filter("endpoint", r -> ENDPOINT), filter("opt-in-status", r -> OPT_IN), filter("region-name", r -> r));

    private static final Listing.Shape<String> SHAPE = new Listing.Shape<>(
            "DescribeRegions",
            "regionInfo",
            BYTES,
            (xml, region) -> xml.text("regionName", region)
                    .text("regionEndpoint", ENDPOINT)
                    .text("optInStatus", OPT_IN));

    @Override
    public Set<String> parameters() {
        return Set.of("RegionName.N", "Filter.N", "AllRegions", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<String> wanted = form.list("RegionName");
        wanted.stream().filter(name -> !name.equals(Ec2Xml.REGION)).findFirst().ifPresent(name -> {
            throw Ec2Form.invalid("RegionName", name, "the only region is " + Ec2Xml.REGION);
        });
        var unused = form.flag("AllRegions");
        return new Listing<>(form, List.of(Ec2Xml.REGION)).matching(FILTERS).answer(SHAPE, room);
    }
}
