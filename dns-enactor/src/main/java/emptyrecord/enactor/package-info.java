@NullMarked
package emptyrecord.enactor;

import org.jspecify.annotations.NullMarked;
