@NullMarked
package emptyrecord.kit;

import org.jspecify.annotations.NullMarked;
