@NullMarked
package emptyrecord.dynamo.core;

import org.jspecify.annotations.NullMarked;
