@NullMarked
package emptyrecord.dwfm.core.hypothesis;

import org.jspecify.annotations.NullMarked;
