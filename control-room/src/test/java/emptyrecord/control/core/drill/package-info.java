@NullMarked
package emptyrecord.control.core.drill;

import org.jspecify.annotations.NullMarked;
