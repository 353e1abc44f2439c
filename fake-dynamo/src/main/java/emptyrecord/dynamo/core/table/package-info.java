@NullMarked
package emptyrecord.dynamo.core.table;

import org.jspecify.annotations.NullMarked;
