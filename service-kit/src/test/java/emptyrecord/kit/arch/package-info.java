@NullMarked
package emptyrecord.kit.arch;

import org.jspecify.annotations.NullMarked;
