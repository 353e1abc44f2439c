package emptyrecord.control.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The region's start options; a request that leaves these out gets them. */
public record RunDefaults(long seed, Set<String> guards) {

    long seed(@Nullable Long wanted) {
        return Optional.ofNullable(wanted).orElse(seed);
    }

    List<String> guards(@Nullable List<String> wanted) {
        return Optional.ofNullable(wanted)
                .orElseGet(() -> guards.stream().sorted().toList());
    }
}
