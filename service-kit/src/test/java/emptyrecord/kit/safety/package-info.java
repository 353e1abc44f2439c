@NullMarked
package emptyrecord.kit.safety;

import org.jspecify.annotations.NullMarked;
