@NullMarked
package emptyrecord.kit.dns;

import org.jspecify.annotations.NullMarked;
