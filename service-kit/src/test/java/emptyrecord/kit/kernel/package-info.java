@NullMarked
package emptyrecord.kit.kernel;

import org.jspecify.annotations.NullMarked;
