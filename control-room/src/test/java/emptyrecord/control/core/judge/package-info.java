@NullMarked
package emptyrecord.control.core.judge;

import org.jspecify.annotations.NullMarked;
