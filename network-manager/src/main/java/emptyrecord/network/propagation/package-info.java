@NullMarked
package emptyrecord.network.propagation;

import org.jspecify.annotations.NullMarked;
