@NullMarked
package emptyrecord.kit.points;

import org.jspecify.annotations.NullMarked;
