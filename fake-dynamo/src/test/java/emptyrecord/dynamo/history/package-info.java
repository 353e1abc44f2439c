@NullMarked
package emptyrecord.dynamo.history;

import org.jspecify.annotations.NullMarked;
