package emptyrecord.e2e.abuse;

import java.util.function.Supplier;

/**
 * Something that asks too much.
 *
 * @param name for the table
 * @param service the process that gets it
 * @param send sends it, and says what came back
 */
record Input(String name, String service, Supplier<String> send) {}
