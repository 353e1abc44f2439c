@NullMarked
package emptyrecord.droplets.core;

import org.jspecify.annotations.NullMarked;
