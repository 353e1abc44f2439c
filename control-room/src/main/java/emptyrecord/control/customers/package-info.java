@NullMarked
package emptyrecord.control.customers;

import org.jspecify.annotations.NullMarked;
