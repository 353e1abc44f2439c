@NullMarked
package emptyrecord.customers.core.stack;

import org.jspecify.annotations.NullMarked;
