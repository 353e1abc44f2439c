@NullMarked
package emptyrecord.api.dynamo;

import org.jspecify.annotations.NullMarked;
