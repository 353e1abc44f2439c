package emptyrecord.api.common;

/** The body of {@code PUT /guards/{name}}. */
public record GuardSwitch(boolean on) {}
