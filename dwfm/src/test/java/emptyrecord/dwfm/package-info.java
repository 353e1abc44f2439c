@NullMarked
package emptyrecord.dwfm;

import org.jspecify.annotations.NullMarked;
