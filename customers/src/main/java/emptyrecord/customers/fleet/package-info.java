@NullMarked
package emptyrecord.customers.fleet;

import org.jspecify.annotations.NullMarked;
