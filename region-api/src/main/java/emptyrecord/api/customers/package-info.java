@NullMarked
package emptyrecord.api.customers;

import org.jspecify.annotations.NullMarked;
