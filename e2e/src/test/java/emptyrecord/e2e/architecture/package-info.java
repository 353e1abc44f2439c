@NullMarked
package emptyrecord.e2e.architecture;

import org.jspecify.annotations.NullMarked;
