@NullMarked
package emptyrecord.lab.up;

import org.jspecify.annotations.NullMarked;
