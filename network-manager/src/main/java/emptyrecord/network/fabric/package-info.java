@NullMarked
package emptyrecord.network.fabric;

import org.jspecify.annotations.NullMarked;
