/** The commands of {@code ./lab}, one class each. */
@NullMarked
package emptyrecord.lab.command;

import org.jspecify.annotations.NullMarked;
