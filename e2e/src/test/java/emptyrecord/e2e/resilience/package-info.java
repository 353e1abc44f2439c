@NullMarked
package emptyrecord.e2e.resilience;

import org.jspecify.annotations.NullMarked;
