@NullMarked
package emptyrecord.dwfm.client;

import org.jspecify.annotations.NullMarked;
