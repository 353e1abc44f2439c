@NullMarked
package emptyrecord.dwfm.core.queue;

import org.jspecify.annotations.NullMarked;
