@NullMarked
package emptyrecord.customers.client;

import org.jspecify.annotations.NullMarked;
