@NullMarked
package emptyrecord.network.chaos;

import org.jspecify.annotations.NullMarked;
