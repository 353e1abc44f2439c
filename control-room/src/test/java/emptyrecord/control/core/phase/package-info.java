@NullMarked
package emptyrecord.control.core.phase;

import org.jspecify.annotations.NullMarked;
