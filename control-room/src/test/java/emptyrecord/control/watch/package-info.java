@NullMarked
package emptyrecord.control.watch;

import org.jspecify.annotations.NullMarked;
