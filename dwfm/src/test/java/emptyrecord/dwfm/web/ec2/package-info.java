@NullMarked
package emptyrecord.dwfm.web.ec2;

import org.jspecify.annotations.NullMarked;
