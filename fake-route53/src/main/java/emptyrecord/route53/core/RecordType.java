package emptyrecord.route53.core;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.Type;

/** The record types served here; their names sort as Route 53 lists them. */
public enum RecordType {
    A(Type.A),
    AAAA(Type.AAAA),
    CNAME(Type.CNAME),
    NS(Type.NS),
    SOA(Type.SOA),
    SRV(Type.SRV),
    TXT(Type.TXT);

    private static final Map<Integer, RecordType> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toMap(RecordType::wire, t -> t));

    private final int wire;

    RecordType(int wire) {
        this.wire = wire;
    }

    /** The type's number on the wire. */
    public int wire() {
        return wire;
    }

    /** @throws IllegalArgumentException that names the types there are */
    public static RecordType parse(String name) {
        return Arrays.stream(values())
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is not a record type served here; use one of " + Arrays.toString(values())));
    }

    /** The type of a number on the wire, if it is served here. */
    public static Optional<RecordType> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
