@NullMarked
package emptyrecord.api.drill;

import org.jspecify.annotations.NullMarked;
