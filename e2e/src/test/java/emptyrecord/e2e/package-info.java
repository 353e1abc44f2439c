@NullMarked
package emptyrecord.e2e;

import org.jspecify.annotations.NullMarked;
