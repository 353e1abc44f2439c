@NullMarked
package emptyrecord.lab.terminal;

import org.jspecify.annotations.NullMarked;
