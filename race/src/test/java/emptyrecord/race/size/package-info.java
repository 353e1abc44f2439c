@NullMarked
package emptyrecord.race.size;

import org.jspecify.annotations.NullMarked;
