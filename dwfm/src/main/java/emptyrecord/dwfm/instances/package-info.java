@NullMarked
package emptyrecord.dwfm.instances;

import org.jspecify.annotations.NullMarked;
