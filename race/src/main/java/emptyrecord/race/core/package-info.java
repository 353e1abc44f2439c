@NullMarked
package emptyrecord.race.core;

import org.jspecify.annotations.NullMarked;
