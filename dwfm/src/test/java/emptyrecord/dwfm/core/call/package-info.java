@NullMarked
package emptyrecord.dwfm.core.call;

import org.jspecify.annotations.NullMarked;
