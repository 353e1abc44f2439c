package emptyrecord.api.drill;

/** The body of {@code POST /drill/declarations}: whether it is an incident. */
public record Declaration(boolean incident) {}
