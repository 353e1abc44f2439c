@NullMarked
package emptyrecord.kit.events;

import org.jspecify.annotations.NullMarked;
