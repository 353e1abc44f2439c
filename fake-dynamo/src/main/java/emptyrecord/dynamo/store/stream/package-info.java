@NullMarked
package emptyrecord.dynamo.store.stream;

import org.jspecify.annotations.NullMarked;
