@NullMarked
package emptyrecord.customers;

import org.jspecify.annotations.NullMarked;
