@NullMarked
package emptyrecord.customers.core.account;

import org.jspecify.annotations.NullMarked;
