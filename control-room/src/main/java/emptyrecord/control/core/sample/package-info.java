@NullMarked
package emptyrecord.control.core.sample;

import org.jspecify.annotations.NullMarked;
