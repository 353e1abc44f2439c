@NullMarked
package emptyrecord.lab.failure;

import org.jspecify.annotations.NullMarked;
