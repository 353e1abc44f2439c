@NullMarked
package emptyrecord.race.search;

import org.jspecify.annotations.NullMarked;
