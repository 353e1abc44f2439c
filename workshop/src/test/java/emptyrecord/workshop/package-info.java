@NullMarked
package emptyrecord.workshop;

import org.jspecify.annotations.NullMarked;
