@NullMarked
package emptyrecord.dynamo.bench;

import org.jspecify.annotations.NullMarked;
