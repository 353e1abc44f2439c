package emptyrecord.api.drill;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /drill/notes} and {@code POST /drill/updates}.
 *
 * @param kind of a note: one of {@link NoteKind}; of a status update: the name of its template
 * @param text in the writer's words
 */
public record Remark(@Nullable String kind, @Nullable String text) {}
