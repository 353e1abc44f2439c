package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.table.TableSchema.KeyAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table or a secondary index by its key: a hash key, and a range key if it has one. */
public interface Keyed {

    KeyAttribute hash();

    Optional<KeyAttribute> range();

    /** Hash key first. */
    default List<KeyAttribute> keyAttributes() {
        List<KeyAttribute> attributes = new ArrayList<>(2);
        attributes.add(hash());
        range().ifPresent(attributes::add);
        return attributes;
    }

    default boolean isKey(String attribute) {
        return hash().name().equals(attribute)
                || range().filter(r -> r.name().equals(attribute)).isPresent();
    }
}
