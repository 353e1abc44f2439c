@NullMarked
package emptyrecord.control.watch.core;

import org.jspecify.annotations.NullMarked;
