@NullMarked
package emptyrecord.night.race;

import org.jspecify.annotations.NullMarked;
