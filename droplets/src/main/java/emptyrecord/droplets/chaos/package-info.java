@NullMarked
package emptyrecord.droplets.chaos;

import org.jspecify.annotations.NullMarked;
