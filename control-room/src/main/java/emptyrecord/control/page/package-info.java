@NullMarked
package emptyrecord.control.page;

import org.jspecify.annotations.NullMarked;
