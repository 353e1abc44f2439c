@NullMarked
package emptyrecord.control.replay;

import org.jspecify.annotations.NullMarked;
