@NullMarked
package emptyrecord.dwfm.core.limit;

import org.jspecify.annotations.NullMarked;
