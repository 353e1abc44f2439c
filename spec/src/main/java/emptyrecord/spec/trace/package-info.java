@NullMarked
package emptyrecord.spec.trace;

import org.jspecify.annotations.NullMarked;
