@NullMarked
package emptyrecord.control.playback.core;

import org.jspecify.annotations.NullMarked;
