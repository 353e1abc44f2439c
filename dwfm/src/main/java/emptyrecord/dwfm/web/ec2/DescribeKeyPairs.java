package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.xml.XmlDocument;
import java.util.Map;
import java.util.Set;

/** API reference, "DescribeKeyPairs". A launch takes any key name, but no key is kept. */
record DescribeKeyPairs() implements Ec2Action {

    private static final Filters<String> FILTERS =
            Filters.ofNothing("key-pair-id", "fingerprint", "key-name").withTags(nothing -> Map.of());

    private static final Listing.Shape<String> SHAPE =
            new Listing.Shape<>("DescribeKeyPairs", "keySet", 0, (xml, nothing) -> {});

    @Override
    public Set<String> parameters() {
        return Set.of("KeyName.N", "KeyPairId.N", "Filter.N", "IncludePublicKey", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        return Listing.nothing(form)
                .named("KeyName", Resource.KEY_NAME, id -> id)
                .named("KeyPairId", Resource.KEY_PAIR, id -> id)
                .matching(FILTERS)
                .answer(SHAPE, room);
    }
}
