package emptyrecord.dynamo.core.table;

import emptyrecord.dynamo.core.Refusal;
import emptyrecord.dynamo.core.value.AttributeValue.Type;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The definition of a table.
 *
 * @param name 3 to 255 letters, digits, {@code _ . -}
 * @param hash the hash key
 * @param range the range key, if the table has one
 * @param createdAt incident time
 * @param options the part that can change
 */
public record TableSchema(
        String name, KeyAttribute hash, Optional<KeyAttribute> range, Instant createdAt, TableOptions options)
        implements Keyed {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    public TableSchema {
        refuseName(name);
    }

    /** A table without options. */
    public TableSchema(String name, KeyAttribute hash, Optional<KeyAttribute> range, Instant createdAt) {
        this(name, hash, range, createdAt, TableOptions.NONE);
    }

    static void refuseName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.validation(
                    "Invalid table/index name.  Table/index names must be between 3 and 255 characters "
                            + "long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
        }
    }

    public TableSchema with(TableOptions changed) {
        return new TableSchema(name, hash, range, createdAt, changed);
    }

    /** An attribute of the key; its type is S, N or B. */
    public record KeyAttribute(String name, Type type) {

        /** DynamoDB's limit, in characters. */
        private static final int NAME_MAX = 255;

        public KeyAttribute {
            if (name.isEmpty() || name.length() > NAME_MAX) {
                throw Refusal.validation("1 validation error detected: Value at 'attributeName' failed to satisfy "
                        + "constraint: Member must have length between 1 and " + NAME_MAX);
            }
            if (!type.ordered()) {
                throw Refusal.validation(
                        "Member must satisfy enum value set: [B, N, S]: a key has type S, N or B, not " + type);
            }
        }
    }
}
