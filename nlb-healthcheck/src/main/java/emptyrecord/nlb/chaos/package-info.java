@NullMarked
package emptyrecord.nlb.chaos;

import org.jspecify.annotations.NullMarked;
