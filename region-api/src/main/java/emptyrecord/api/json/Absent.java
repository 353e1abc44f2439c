package emptyrecord.api.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values for parts that an older or simpler peer leaves out. */
public final class Absent {

    private Absent() {}

    /** An absent list is an empty one. */
    public static <T> List<T> toEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** An absent map is an empty one; the order of the entries stays. */
    public static <K, V> Map<K, V> toEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** An absent text is an empty one. */
    public static String toEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
