@NullMarked
package emptyrecord.night;

import org.jspecify.annotations.NullMarked;
