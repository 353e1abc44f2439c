@NullMarked
package emptyrecord.night.judge;

import org.jspecify.annotations.NullMarked;
