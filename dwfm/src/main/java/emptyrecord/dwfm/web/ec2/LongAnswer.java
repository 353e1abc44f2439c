package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.kit.limits.AnswerRoom;

/** The memory of one answer. */
record LongAnswer(AnswerRoom.Share share) {

    /**
     * Waits for so many bytes.
     *
     * @throws Ec2Exception with Unavailable: "The server is overloaded and can't handle the request"
     */
    void take(long bytes) {
        if (!share.take(bytes)) {
            throw new Ec2Exception(
                    Ec2Error.UNAVAILABLE,
                    "Too many long answers are being sent; try again, or ask for fewer at a time.");
        }
    }
}
