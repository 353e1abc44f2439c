@NullMarked
package emptyrecord.control.core.steady;

import org.jspecify.annotations.NullMarked;
