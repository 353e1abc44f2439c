@NullMarked
package emptyrecord.dynamo;

import org.jspecify.annotations.NullMarked;
