@NullMarked
package emptyrecord.kit.clock;

import org.jspecify.annotations.NullMarked;
