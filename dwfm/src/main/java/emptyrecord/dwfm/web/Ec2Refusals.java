package emptyrecord.dwfm.web;

import emptyrecord.kit.limits.Refusal;
import emptyrecord.kit.limits.RefusalForm;

/** Requests to EC2's face that ask too much are refused in EC2's XML, which {@code aws} understands. */
public final class Ec2Refusals implements RefusalForm {

    @Override
    public boolean covers(String path) {
        return path.equals("/");
    }

    /** Codes of EC2's API reference, "Error codes": the client's for what it should send otherwise, the server's for later. */
    @Override
    public Answer answer(Refusal refusal) {
        String code = refusal.passes() ? "Unavailable" : "InvalidRequest";
        byte[] body = Ec2Answers.error(code, refusal.detail()).bytes();
        int status = refusal.passes() ? 503 : 400;
        return new Answer(status, "text/xml;charset=UTF-8", body);
    }
}
