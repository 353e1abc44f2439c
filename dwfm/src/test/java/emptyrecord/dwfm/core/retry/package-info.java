@NullMarked
package emptyrecord.dwfm.core.retry;

import org.jspecify.annotations.NullMarked;
