@NullMarked
package emptyrecord.network;

import org.jspecify.annotations.NullMarked;
