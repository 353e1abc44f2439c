package emptyrecord.kit.journal;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the value of a line and refuses what its owner cannot have written. */
final class ValueReader<T> {

    private final Class<T> type;
    private final ObjectReader json;

    private ValueReader(Class<T> type, ObjectReader json) {
        this.type = type;
        this.json = json;
    }

    /** For files of which this version has written every line: each field is there, and no other. */
    static <T> ValueReader<T> strict(Class<T> type, JsonMapper json) {
        return new ValueReader<>(
                type,
                json.readerFor(type)
                        .with(
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES));
    }

    /** For files that outlive a version: a field that came later may be missing where it can be null. */
    static <T> ValueReader<T> lenient(Class<T> type, JsonMapper json) {
        return new ValueReader<>(
                type,
                json.readerFor(type)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    /** @throws IllegalArgumentException saying what is wrong with the value */
    T read(byte[] value) {
        T read;
        try {
            read = json.readValue(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "it holds no " + type.getSimpleName() + " (" + e.getOriginalMessage() + ")", e);
        }
        if (read == null) {
            throw new IllegalArgumentException("it holds no " + type.getSimpleName() + " but null");
        }
        Optional<String> missing = Nulls.find(read);
        if (missing.isPresent()) {
            throw new IllegalArgumentException(
                    "it holds no " + type.getSimpleName() + ": " + missing.get() + " is missing or null");
        }
        return read;
    }
}
