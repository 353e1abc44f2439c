@NullMarked
package emptyrecord.droplets.agents;

import org.jspecify.annotations.NullMarked;
