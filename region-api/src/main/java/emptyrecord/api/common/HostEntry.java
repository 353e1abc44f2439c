package emptyrecord.api.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /hosts/{name}}: the addresses that the name gets without DNS (F6). */
public record HostEntry(@Nullable List<@Nullable String> addresses) {

    /** @param addresses at least one, each an IP address */
    public static HostEntry of(List<String> addresses) {
        return new HostEntry(List.copyOf(addresses));
    }
}
