@NullMarked
package emptyrecord.control.core.race;

import org.jspecify.annotations.NullMarked;
