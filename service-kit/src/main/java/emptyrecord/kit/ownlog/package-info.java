@NullMarked
package emptyrecord.kit.ownlog;

import org.jspecify.annotations.NullMarked;
