package emptyrecord.kit.journal;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the null that a JSON text has put into a record's component that is not {@code @Nullable}. */
final class Nulls {

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            List<Part> parts = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                parts.add(new Part(component.getName(), accessor, nullable));
            }
            return parts;
        }
    };

    private record Part(String name, Method accessor, boolean nullable) {

        @Nullable
        Object of(Object owner) {
            try {
                return accessor.invoke(owner);
            } catch (ReflectiveOperationException | InaccessibleObjectException e) {
                throw new IllegalStateException("cannot read " + accessor, e);
            }
        }
    }

    private Nulls() {}

    /** The name of the first component that is null and must not be, for example {@code changes.set.name}. */
    static Optional<String> find(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        return switch (value) {
            case Record owner -> inRecord(owner);
            case Collection<?> all -> firstOf(all);
            case Map<?, ?> map -> firstOf(map.values());
            case Optional<?> some -> some.flatMap(Nulls::find);
            default -> Optional.empty();
        };
    }

    private static Optional<String> inRecord(Record owner) {
        for (Part part : PARTS.get(owner.getClass())) {
            Object value = part.of(owner);
            if (value == null && !part.nullable()) {
                return Optional.of(part.name());
            }
            Optional<String> deeper = find(value);
            if (deeper.isPresent()) {
                return deeper.map(name -> part.name() + "." + name);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> firstOf(Collection<?> values) {
        for (Object value : values) {
            Optional<String> found = find(value);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
