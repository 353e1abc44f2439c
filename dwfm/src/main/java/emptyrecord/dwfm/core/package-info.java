@NullMarked
package emptyrecord.dwfm.core;

import org.jspecify.annotations.NullMarked;
