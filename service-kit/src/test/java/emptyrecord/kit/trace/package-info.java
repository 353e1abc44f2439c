@NullMarked
package emptyrecord.kit.trace;

import org.jspecify.annotations.NullMarked;
