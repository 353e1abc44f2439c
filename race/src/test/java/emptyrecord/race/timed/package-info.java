@NullMarked
package emptyrecord.race.timed;

import org.jspecify.annotations.NullMarked;
