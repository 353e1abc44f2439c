@NullMarked
package emptyrecord.dynamo.web;

import org.jspecify.annotations.NullMarked;
