@NullMarked
package emptyrecord.dynamo.balancer;

import org.jspecify.annotations.NullMarked;
