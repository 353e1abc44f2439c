@NullMarked
package emptyrecord.lab.traces;

import org.jspecify.annotations.NullMarked;
