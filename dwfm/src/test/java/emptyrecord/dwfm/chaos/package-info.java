@NullMarked
package emptyrecord.dwfm.chaos;

import org.jspecify.annotations.NullMarked;
