package emptyrecord.api.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /drill/declarations}.
 *
 * @param incident whether it is one
 * @param severity 1 to 3, of {@link Severity}, in a drill with roles; null: 1, or as declared before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Declaration(boolean incident, @Nullable Integer severity) {

    public Declaration(boolean incident) {
        this(incident, null);
    }
}
