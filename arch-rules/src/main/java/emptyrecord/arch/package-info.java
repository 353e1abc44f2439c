@NullMarked
package emptyrecord.arch;

import org.jspecify.annotations.NullMarked;
