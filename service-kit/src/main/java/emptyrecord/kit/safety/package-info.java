/** Who may change a region's state, and from where: one filter before every HTTP face. */
@NullMarked
package emptyrecord.kit.safety;

import org.jspecify.annotations.NullMarked;
