@NullMarked
package emptyrecord.scenario.play;

import org.jspecify.annotations.NullMarked;
