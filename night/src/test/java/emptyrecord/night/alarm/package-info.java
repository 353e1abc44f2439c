@NullMarked
package emptyrecord.night.alarm;

import org.jspecify.annotations.NullMarked;
