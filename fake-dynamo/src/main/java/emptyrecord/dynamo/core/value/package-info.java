@NullMarked
package emptyrecord.dynamo.core.value;

import org.jspecify.annotations.NullMarked;
