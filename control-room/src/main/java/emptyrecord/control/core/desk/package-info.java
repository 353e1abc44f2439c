@NullMarked
package emptyrecord.control.core.desk;

import org.jspecify.annotations.NullMarked;
