@NullMarked
package emptyrecord.control.core.canary;

import org.jspecify.annotations.NullMarked;
