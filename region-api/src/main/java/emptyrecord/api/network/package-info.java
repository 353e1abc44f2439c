@NullMarked
package emptyrecord.api.network;

import org.jspecify.annotations.NullMarked;
