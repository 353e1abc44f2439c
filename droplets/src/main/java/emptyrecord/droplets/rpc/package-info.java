@NullMarked
package emptyrecord.droplets.rpc;

import org.jspecify.annotations.NullMarked;
