@NullMarked
package emptyrecord.control.customers.core;

import org.jspecify.annotations.NullMarked;
