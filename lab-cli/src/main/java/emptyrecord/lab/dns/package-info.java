/** {@code ./lab dns}: what the DNS management believes, holds and answers, side by side. */
@NullMarked
package emptyrecord.lab.dns;

import org.jspecify.annotations.NullMarked;
