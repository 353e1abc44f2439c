@NullMarked
package emptyrecord.dynamo.web.http;

import org.jspecify.annotations.NullMarked;
