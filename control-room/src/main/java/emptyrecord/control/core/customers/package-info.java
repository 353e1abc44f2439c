@NullMarked
package emptyrecord.control.core.customers;

import org.jspecify.annotations.NullMarked;
