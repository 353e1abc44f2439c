package emptyrecord.route53.web;

import emptyrecord.route53.core.RecordKey;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.RecordType;
import org.jspecify.annotations.Nullable;

/** Reads the begin of a listing and its requested length. */
final class Paging {

    private Paging() {}

    /** @param max Route 53's bound, also when no length or a larger one is requested */
    static int items(@Nullable String maxitems, int max) {
        if (maxitems == null) {
            return max;
        }
        try {
            int wanted = Integer.parseInt(maxitems);
            if (wanted >= 1) {
                return Math.min(wanted, max);
            }
        } catch (NumberFormatException e) {
            // falls through to the sentence that says what to write
        }
        throw Route53Error.invalidInput("maxitems must be a number from 1 to " + max + ", not '" + maxitems + "'");
    }

    static RecordName name(String text) {
        try {
            return RecordName.parse(text);
        } catch (IllegalArgumentException e) {
            throw Route53Error.invalidInput(String.valueOf(e.getMessage()));
        }
    }

    /** The place where a listing of record sets begins; a type needs a name, an identifier needs both. */
    static RecordKey start(RecordName apex, @Nullable String name, @Nullable String type, @Nullable String identifier) {
        if ((type != null && name == null) || (identifier != null && type == null)) {
            throw Route53Error.invalidInput(
                    "The request is not valid: type needs a name, and identifier needs a name and a type");
        }
        if (type != null) {
            try {
                RecordType.parse(type);
            } catch (IllegalArgumentException e) {
                throw Route53Error.invalidInput(String.valueOf(e.getMessage()));
            }
        }
        return new RecordKey(
                name == null ? apex : name(name), type == null ? "" : type, identifier == null ? "" : identifier);
    }
}
