@NullMarked
package emptyrecord.api.dwfm;

import org.jspecify.annotations.NullMarked;
