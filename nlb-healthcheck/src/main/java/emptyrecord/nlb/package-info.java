@NullMarked
package emptyrecord.nlb;

import org.jspecify.annotations.NullMarked;
