@NullMarked
package emptyrecord.night.steady;

import org.jspecify.annotations.NullMarked;
