@NullMarked
package emptyrecord.customers.client.dynamo;

import org.jspecify.annotations.NullMarked;
