package emptyrecord.route53.core;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.Type;

/**
 * The record types, all that Route 53 has (docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html);
 * their names sort as Route 53 lists them.
 */
public enum RecordType {
    A(Type.A),
    AAAA(Type.AAAA),
    CAA(Type.CAA),
    CNAME(Type.CNAME),
    DS(Type.DS),
    HTTPS(Type.HTTPS),
    MX(Type.MX),
    NAPTR(Type.NAPTR),
    NS(Type.NS),
    PTR(Type.PTR),
    SOA(Type.SOA),
    SPF(Type.SPF),
    SRV(Type.SRV),
    SSHFP(Type.SSHFP),
    SVCB(Type.SVCB),
    TLSA(Type.TLSA),
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

    /** Whether its values are character strings, which must stand in quotation marks. */
    boolean isText() {
        return this == TXT || this == SPF;
    }

    /** @throws IllegalArgumentException that names the types there are */
    public static RecordType parse(String name) {
        return Arrays.stream(values())
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Value '" + name
                        + "' at 'rRType' failed to satisfy constraint: Member must satisfy enum value set: "
                        + Arrays.toString(values())));
    }

    /** The type of a number on the wire, if it is served here. */
    public static Optional<RecordType> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
