@NullMarked
package emptyrecord.control;

import org.jspecify.annotations.NullMarked;
