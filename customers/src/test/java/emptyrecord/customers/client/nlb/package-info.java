@NullMarked
package emptyrecord.customers.client.nlb;

import org.jspecify.annotations.NullMarked;
