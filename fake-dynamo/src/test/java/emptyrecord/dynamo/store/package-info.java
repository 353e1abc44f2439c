@NullMarked
package emptyrecord.dynamo.store;

import org.jspecify.annotations.NullMarked;
