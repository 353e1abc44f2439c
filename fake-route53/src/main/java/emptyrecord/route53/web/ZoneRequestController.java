package emptyrecord.route53.web;

import emptyrecord.kit.xml.XmlNode;
import emptyrecord.route53.core.RecordName;
import emptyrecord.route53.core.ZoneNames;
import emptyrecord.route53.core.ZoneProfile;
import emptyrecord.route53.zones.Submission;
import emptyrecord.route53.zones.ZoneStore;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** CreateHostedZone, UpdateHostedZoneComment, DeleteHostedZone. */
@RestController
class ZoneRequestController {

    private static final String LOCATION = "https://route53.amazonaws.com/2013-04-01/hostedzone/";

    private final ZoneStore store;
    private final ApiFrame frame;

    ZoneRequestController(ZoneStore store, ApiFrame frame) {
        this.store = store;
        this.frame = frame;
    }

    @PostMapping({"/2013-04-01/hostedzone", "/2013-04-01/hostedzone/"})
    ResponseEntity<byte[]> create(InputStream body) {
        return frame.create(Operation.CreateHostedZone, () -> {
            XmlNode request = SmallRequest.read("CreateHostedZoneRequest", body);
            rejectUnserved(request);
            Submission.Accepted made = Submissions.accepted("", store.create(name(request), profile(request)));
            byte[] document = XmlAnswer.document("CreateHostedZoneResponse", answer -> {
                ZoneXml.zone(answer, made.zone());
                ZoneXml.change(answer, made.change());
                ZoneXml.delegation(answer);
            });
            return new ApiFrame.Made(LOCATION + made.zone().id(), document);
        });
    }

    private static void rejectUnserved(XmlNode request) {
        boolean isPrivate = request.first("PrivateZone").filter("true"::equals).isPresent();
        if (isPrivate || request.child("VPC").isPresent()) {
            throw Route53Error.invalidInput("Private hosted zones are not served here; leave VPC and PrivateZone out");
        }
        request.value("DelegationSetId").ifPresent(id -> {
            throw Route53Error.of(
                    Route53Error.Code.NoSuchDelegationSet,
                    "There are no reusable delegation sets here: no delegation set found with ID: " + id);
        });
    }

    private static RecordName name(XmlNode request) {
        try {
            return ZoneNames.check(SmallRequest.required(request, "Name"));
        } catch (IllegalArgumentException e) {
            throw Route53Error.of(Route53Error.Code.InvalidDomainName, String.valueOf(e.getMessage()));
        }
    }

    private static ZoneProfile profile(XmlNode request) {
        Optional<String> comment = request.child("HostedZoneConfig").flatMap(config -> config.value("Comment"));
        return Submissions.checked(
                () -> new ZoneProfile(SmallRequest.required(request, "CallerReference"), comment, Map.of()));
    }

    @PostMapping("/2013-04-01/hostedzone/{id}")
    ResponseEntity<byte[]> comment(@PathVariable String id, InputStream body) {
        return frame.serve(Operation.UpdateHostedZoneComment, () -> {
            Optional<String> comment =
                    SmallRequest.read("UpdateHostedZoneCommentRequest", body).value("Comment");
            Submission.Described zone = Submissions.described(
                    id, Submissions.checked(() -> store.describe(id, profile -> profile.withComment(comment))));
            return XmlAnswer.document("UpdateHostedZoneCommentResponse", answer -> ZoneXml.zone(answer, zone.zone()));
        });
    }

    @DeleteMapping("/2013-04-01/hostedzone/{id}")
    ResponseEntity<byte[]> delete(@PathVariable String id) {
        return frame.serve(Operation.DeleteHostedZone, () -> {
            Submission.Accepted gone = Submissions.accepted(id, store.delete(id));
            return XmlAnswer.document("DeleteHostedZoneResponse", answer -> ZoneXml.change(answer, gone.change()));
        });
    }
}
