@NullMarked
package emptyrecord.kit.limits;

import org.jspecify.annotations.NullMarked;
