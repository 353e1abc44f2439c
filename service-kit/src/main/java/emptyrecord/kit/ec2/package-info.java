@NullMarked
package emptyrecord.kit.ec2;

import org.jspecify.annotations.NullMarked;
