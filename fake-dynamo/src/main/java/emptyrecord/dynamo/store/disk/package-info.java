@NullMarked
package emptyrecord.dynamo.store.disk;

import org.jspecify.annotations.NullMarked;
