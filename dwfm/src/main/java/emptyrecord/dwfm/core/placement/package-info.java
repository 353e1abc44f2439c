@NullMarked
package emptyrecord.dwfm.core.placement;

import org.jspecify.annotations.NullMarked;
