@NullMarked
package emptyrecord.nlb.client;

import org.jspecify.annotations.NullMarked;
