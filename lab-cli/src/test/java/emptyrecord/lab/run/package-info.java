@NullMarked
package emptyrecord.lab.run;

import org.jspecify.annotations.NullMarked;
