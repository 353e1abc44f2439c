@NullMarked
package emptyrecord.dwfm.fleet;

import org.jspecify.annotations.NullMarked;
