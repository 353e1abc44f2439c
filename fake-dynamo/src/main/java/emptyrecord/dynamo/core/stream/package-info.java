@NullMarked
package emptyrecord.dynamo.core.stream;

import org.jspecify.annotations.NullMarked;
