@NullMarked
package emptyrecord.kit.disk;

import org.jspecify.annotations.NullMarked;
