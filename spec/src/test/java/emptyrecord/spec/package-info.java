@NullMarked
package emptyrecord.spec;

import org.jspecify.annotations.NullMarked;
