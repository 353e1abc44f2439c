@NullMarked
package emptyrecord.dwfm.core.lease;

import org.jspecify.annotations.NullMarked;
