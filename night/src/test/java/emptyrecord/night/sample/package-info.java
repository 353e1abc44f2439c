@NullMarked
package emptyrecord.night.sample;

import org.jspecify.annotations.NullMarked;
