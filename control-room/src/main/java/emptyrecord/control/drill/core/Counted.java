package emptyrecord.control.drill.core;

/** A number of things in words: one action, two actions, no action. */
final class Counted {

    private Counted() {}

    /** @param thing whose plural ends in s */
    static String of(long number, String thing) {
        return switch ((int) Math.min(number, 2)) {
            case 0 -> "no " + thing;
            case 1 -> "1 " + thing;
            default -> number + " " + thing + "s";
        };
    }
}
