@NullMarked
package emptyrecord.api.droplets;

import org.jspecify.annotations.NullMarked;
