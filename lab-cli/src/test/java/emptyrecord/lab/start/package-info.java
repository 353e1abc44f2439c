@NullMarked
package emptyrecord.lab.start;

import org.jspecify.annotations.NullMarked;
