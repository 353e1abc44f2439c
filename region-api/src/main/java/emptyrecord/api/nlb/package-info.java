@NullMarked
package emptyrecord.api.nlb;

import org.jspecify.annotations.NullMarked;
