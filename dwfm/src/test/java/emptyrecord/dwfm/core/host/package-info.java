@NullMarked
package emptyrecord.dwfm.core.host;

import org.jspecify.annotations.NullMarked;
