@NullMarked
package emptyrecord.night.phase;

import org.jspecify.annotations.NullMarked;
