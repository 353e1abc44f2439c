@NullMarked
package emptyrecord.e2e.observability;

import org.jspecify.annotations.NullMarked;
