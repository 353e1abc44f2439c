@NullMarked
package emptyrecord.lab.machine;

import org.jspecify.annotations.NullMarked;
