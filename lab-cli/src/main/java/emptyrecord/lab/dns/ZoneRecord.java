package emptyrecord.lab.dns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record set of a hosted zone as ListResourceRecordSets shows it; names are without the final dot.
 *
 * @param identifier of a member of a weighted set, null otherwise
 * @param weight of that member
 * @param values as listed; none for an ALIAS
 * @param target of an ALIAS, null otherwise
 */
public record ZoneRecord(
        String name,
        String type,
        @Nullable String identifier,
        int weight,
        List<String> values,
        @Nullable String target) {

    public ZoneRecord {
        values = List.copyOf(values);
    }

    boolean isAddress() {
        return type.equals("A");
    }
}
