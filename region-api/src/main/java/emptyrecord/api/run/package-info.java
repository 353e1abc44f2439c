@NullMarked
package emptyrecord.api.run;

import org.jspecify.annotations.NullMarked;
