@NullMarked
package emptyrecord.nlb.core;

import org.jspecify.annotations.NullMarked;
