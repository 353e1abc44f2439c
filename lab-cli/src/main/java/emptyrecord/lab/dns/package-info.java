/** {@code ./lab dns}: what the DNS management has in memory, stores and answers, side by side. */
@NullMarked
package emptyrecord.lab.dns;

import org.jspecify.annotations.NullMarked;
