@NullMarked
package emptyrecord.network.core;

import org.jspecify.annotations.NullMarked;
