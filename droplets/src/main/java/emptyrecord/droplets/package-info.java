@NullMarked
package emptyrecord.droplets;

import org.jspecify.annotations.NullMarked;
