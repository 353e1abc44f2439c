@NullMarked
package emptyrecord.customers.client.dns;

import org.jspecify.annotations.NullMarked;
