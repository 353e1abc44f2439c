package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.dwfm.instances.Instance;
import emptyrecord.dwfm.instances.KindChanges;
import emptyrecord.dwfm.instances.LaunchSpec;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** API reference, "ModifyInstanceCreditSpecification": each instance of a request succeeds or fails alone. */
record ModifyInstanceCreditSpecification(KindChanges changes) implements Ec2Action {

    private static final String LIST = "InstanceCreditSpecification";

    /** An instance in the answer, with the longest error, rounded up. */
    private static final int BYTES = 1200;

    private record Wanted(String id, String credits) {}

    private record Failed(String id, Ec2Exception why) {}

    @Override
    public Set<String> parameters() {
        return Set.of(LIST + ".N", "DryRun");
    }

    @Override
    public XmlDocument answer(Ec2Form form, LongAnswer room) {
        List<Wanted> all = ListMembers.of(form.values(), LIST).stream()
                .map(m -> new Wanted(form.required(m + ".InstanceId"), credits(form, m + ".CpuCredits")))
                .toList();
        if (all.isEmpty()) {
            throw Ec2Form.missing(LIST + ".1.InstanceId");
        }
        form.refuseDryRun();
        room.take((long) BYTES * all.size());
        List<String> done = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (Wanted each : all) {
            try {
                var unused = changes.change(Ec2Bounds.ids(List.of(each.id())), i -> changed(i, each.credits()));
                done.add(each.id());
            } catch (Ec2Exception e) {
                failed.add(new Failed(each.id(), e));
            }
        }
        return Ec2Xml.answer(name(), (long) BYTES * all.size(), xml -> write(xml, done, failed));
    }

    private static String credits(Ec2Form form, String parameter) {
        form.required(parameter);
        return form.choice(parameter, CpuCredits.ALL);
    }

    private static LaunchSpec.Kind changed(Instance i, String credits) {
        if (!CpuCredits.isBurstable(i)) {
            throw CpuCredits.notSupported(i);
        }
        return i.kind().withOptions(i.kind().options().withCpuCredits(credits));
    }

    private static void write(XmlWriter xml, List<String> done, List<Failed> failed) {
        xml.element(
                        "successfulInstanceCreditSpecificationSet",
                        () -> done.forEach(id -> xml.element("item", () -> xml.text("instanceId", id))))
                .element(
                        "unsuccessfulInstanceCreditSpecificationSet",
                        () -> failed.forEach(f -> xml.element(
                                "item",
                                () -> xml.text("instanceId", Ec2Bounds.shortened(f.id()))
                                        .element(
                                                "error",
                                                () -> xml.text(
                                                                "code",
                                                                f.why().error().code())
                                                        .text(
                                                                "message",
                                                                String.valueOf(
                                                                        f.why().getMessage()))))));
    }
}
