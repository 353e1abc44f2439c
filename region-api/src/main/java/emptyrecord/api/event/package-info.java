@NullMarked
package emptyrecord.api.event;

import org.jspecify.annotations.NullMarked;
