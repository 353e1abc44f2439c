package emptyrecord.night.steady;

/** One condition of the steady state. */
public record Check(String name, boolean ok, String detail) {}
