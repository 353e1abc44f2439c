package emptyrecord.route53.core;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** The rules that a record set must follow by itself, whatever its zone holds. */
public final class RecordSetRules {

    /** Route 53's own bound on the values of one record set. */
    static final int VALUES_MAX = 400;

    /** RFC 2181 section 8. */
    private static final long TTL_MAX = Integer.MAX_VALUE;

    private RecordSetRules() {}

    /** @throws IllegalArgumentException with Route 53's words for what is wrong */
    public static RecordSet check(RecordSetSpec spec) {
        RecordName name = RecordName.parse(spec.name());
        RecordType type = RecordType.parse(spec.type());
        Optional<RecordData> values = spec.values().map(v -> values(name, type, v));
        RecordData data = values.orElseGet(() -> alias(name, type, spec.alias().orElseThrow()));
        return new RecordSet(name, type, spec.weighted(), spec.failover(), spec.healthCheck(), data);
    }

    private static RecordData alias(RecordName name, RecordType type, RecordSetSpec.Alias alias) {
        if (type == RecordType.SOA || type == RecordType.NS) {
            throw new IllegalArgumentException(
                    "RRSet of type " + type + " with DNS name " + name + " cannot be an alias");
        }
        return new RecordData.Alias(alias.zone(), RecordName.parse(alias.target()), alias.evaluateHealth());
    }

    private static RecordData values(RecordName name, RecordType type, RecordSetSpec.Values values) {
        if (values.ttl() < 0 || values.ttl() > TTL_MAX) {
            throw new IllegalArgumentException("TTL must lie between 0 and " + TTL_MAX + ", not " + values.ttl());
        }
        int count = values.texts().size();
        if (count < 1 || count > VALUES_MAX || (type == RecordType.CNAME && count > 1)) {
            throw new IllegalArgumentException("RRSet of type " + type + " with DNS name " + name + " has " + count
                    + " resource records; it takes 1 to " + (type == RecordType.CNAME ? 1 : VALUES_MAX));
        }
        List<Record> records = new ArrayList<>();
        Set<Record> seen = new HashSet<>();
        Name owner = name.toName();
        for (String text : values.texts()) {
            Record parsed = parse(owner, type, values.ttl(), text);
            if (!seen.add(parsed)) {
                throw new IllegalArgumentException("Duplicate Resource Record: '" + text + "'");
            }
            records.add(parsed);
        }
        return new RecordData.Values(values.ttl(), values.texts(), records);
    }

    private static Record parse(Name owner, RecordType type, long ttl, String text) {
        if (type.isText() && !text.startsWith("\"")) {
            throw invalid("InvalidCharacterString (Value should be enclosed in quotation marks)", text, null);
        }
        try {
            return Record.fromString(owner, type.wire(), DClass.IN, ttl, Octal.toMasterFile(text), Name.root);
        } catch (IOException | RuntimeException e) {
            throw invalid(type + " RDATA is not valid: " + e.getMessage(), text, e);
        }
    }

    private static IllegalArgumentException invalid(String problem, String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "Invalid Resource Record: 'FATAL problem: " + problem + " encountered with '" + text + "''", cause);
    }
}
