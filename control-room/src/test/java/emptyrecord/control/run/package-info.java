@NullMarked
package emptyrecord.control.run;

import org.jspecify.annotations.NullMarked;
