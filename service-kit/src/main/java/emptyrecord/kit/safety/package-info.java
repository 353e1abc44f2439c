/** Rules for changing a region's state: one filter in front of every HTTP interface. */
@NullMarked
package emptyrecord.kit.safety;

import org.jspecify.annotations.NullMarked;
