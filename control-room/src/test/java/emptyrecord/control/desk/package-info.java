@NullMarked
package emptyrecord.control.desk;

import org.jspecify.annotations.NullMarked;
