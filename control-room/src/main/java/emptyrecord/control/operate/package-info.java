@NullMarked
package emptyrecord.control.operate;

import org.jspecify.annotations.NullMarked;
