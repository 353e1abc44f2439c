@NullMarked
package emptyrecord.control.playback;

import org.jspecify.annotations.NullMarked;
