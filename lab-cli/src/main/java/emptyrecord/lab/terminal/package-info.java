/** A command's output: lines, a refreshed line, a whole picture, tables; each fits its terminal. */
@NullMarked
package emptyrecord.lab.terminal;

import org.jspecify.annotations.NullMarked;
