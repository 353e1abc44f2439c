@NullMarked
package emptyrecord.customers.client.shield;

import org.jspecify.annotations.NullMarked;
