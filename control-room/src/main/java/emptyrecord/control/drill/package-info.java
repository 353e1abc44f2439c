@NullMarked
package emptyrecord.control.drill;

import org.jspecify.annotations.NullMarked;
