package emptyrecord.dwfm.web.ec2;

import emptyrecord.kit.limits.Refusal;
import emptyrecord.kit.limits.RefusalForm;

/** Refuses oversized requests to EC2's face in EC2's XML, which {@code aws} understands. */
public final class Ec2Refusals implements RefusalForm {

    @Override
    public boolean covers(String path) {
        return path.equals("/");
    }

    /**
     * Codes of EC2's API reference, "Error codes": client errors for a changed request, server errors for a later
     * retry.
     */
    @Override
    public Answer answer(Refusal refusal) {
        String code = refusal.passes() ? "Unavailable" : "InvalidRequest";
        byte[] body = Ec2Xml.error(code, refusal.detail()).bytes();
        int status = refusal.passes() ? 503 : 400;
        return new Answer(status, "text/xml;charset=UTF-8", body);
    }
}
