package emptyrecord.e2e.abuse;

import java.util.function.Supplier;

/**
 * An input that asks too much.
 *
 * @param name for the table
 * @param service the process that receives it
 * @param send sends it, and returns the answer
 */
record Input(String name, String service, Supplier<String> send) {}
