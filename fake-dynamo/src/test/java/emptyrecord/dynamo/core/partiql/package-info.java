@NullMarked
package emptyrecord.dynamo.core.partiql;

import org.jspecify.annotations.NullMarked;
