@NullMarked
package emptyrecord.dwfm.resilience;

import org.jspecify.annotations.NullMarked;
