@NullMarked
package emptyrecord.dynamo.chaos;

import org.jspecify.annotations.NullMarked;
