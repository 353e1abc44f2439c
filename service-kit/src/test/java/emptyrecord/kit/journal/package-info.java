@NullMarked
package emptyrecord.kit.journal;

import org.jspecify.annotations.NullMarked;
