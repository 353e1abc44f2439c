@NullMarked
package emptyrecord.dynamo.core.expression;

import org.jspecify.annotations.NullMarked;
