@NullMarked
package emptyrecord.e2e.kill;

import org.jspecify.annotations.NullMarked;
