@NullMarked
package emptyrecord.kit.switchboard;

import org.jspecify.annotations.NullMarked;
