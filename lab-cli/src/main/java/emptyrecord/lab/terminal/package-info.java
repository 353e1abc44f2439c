/** What a command shows: lines, one line that renews itself, a whole picture, tables; each fits the terminal it is on. */
@NullMarked
package emptyrecord.lab.terminal;

import org.jspecify.annotations.NullMarked;
