@NullMarked
package emptyrecord.race;

import org.jspecify.annotations.NullMarked;
