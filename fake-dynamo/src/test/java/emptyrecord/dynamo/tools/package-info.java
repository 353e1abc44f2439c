@NullMarked
package emptyrecord.dynamo.tools;

import org.jspecify.annotations.NullMarked;
