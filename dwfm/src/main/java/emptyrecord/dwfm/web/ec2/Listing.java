package emptyrecord.dwfm.web.ec2;

import emptyrecord.dwfm.instances.Ec2Error;
import emptyrecord.dwfm.instances.Ec2Exception;
import emptyrecord.kit.xml.XmlDocument;
import emptyrecord.kit.xml.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What most Describe actions do with a list that does not change: choose by id, by filters, by page.
 *
 * @param form the request
 * @param chosen so far
 */
record Listing<T>(Ec2Form form, List<T> chosen) {

    /** @param each how a thing is written, and its bytes at most */
    record Shape<T>(String action, String set, int bytes, BiConsumer<XmlWriter, T> each) {}

    private record Numbered<T>(long number, T thing) {}

    /** A list of things that there are none of; every id is unknown. */
    static Listing<String> nothing(Ec2Form form) {
        return new Listing<>(form, List.of());
    }

    /**
     * The things whose ids are in the parameter, or all if it is missing.
     *
     * @throws Ec2Exception with the resource's code for an id that is unknown
     */
    Listing<T> named(String parameter, Resource resource, Function<T, String> id) {
        List<String> wanted = form.list(parameter);
        List<String> known = chosen.stream().map(id).toList();
        wanted.stream().filter(w -> !known.contains(w)).findFirst().ifPresent(w -> {
            throw resource.unknown(w);
        });
        return kept(wanted.isEmpty() ? chosen : having(wanted, id));
    }

    private List<T> having(List<String> wanted, Function<T, String> id) {
        return chosen.stream().filter(t -> wanted.contains(id.apply(t))).toList();
    }

    /** @throws Ec2Exception if there are ids too: "You cannot specify this parameter and the … IDs parameter" */
    Listing<T> notPagedWith(String parameter) {
        refuseTogether(form, parameter);
        return this;
    }

    static void refuseTogether(Ec2Form form, String ids) {
        if (!form.list(ids).isEmpty() && form.text("MaxResults").isPresent()) {
            throw new Ec2Exception(
                    Ec2Error.INVALID_PARAMETER_COMBINATION,
                    "The parameter " + ids + " cannot be used with the parameter MaxResults");
        }
    }

    Listing<T> matching(Filters<T> filters) {
        return kept(chosen.stream().filter(filters.of(form.filters())).toList());
    }

    /** All of them, for an action without pages. */
    XmlDocument answer(Shape<T> shape, LongAnswer room) {
        return answer(shape, room, new Page<>(chosen, Optional.empty()));
    }

    /** The page that is asked for. */
    XmlDocument answer(Shape<T> shape, LongAnswer room, int pageMin, int pageMax) {
        Page.Request request = Page.Request.of(form, pageMin, pageMax);
        List<Numbered<T>> numbered = IntStream.range(0, chosen.size())
                .mapToObj(n -> new Numbered<>(n + 1L, chosen.get(n)))
                .toList();
        Page<Numbered<T>> page = request.of(numbered, Numbered::number, n -> shape.bytes());
        List<T> things = page.items().stream().map(Numbered::thing).toList();
        return answer(shape, room, new Page<>(things, page.nextToken()));
    }

    private XmlDocument answer(Shape<T> shape, LongAnswer room, Page<T> page) {
        form.refuseDryRun();
        long bytes = (long) shape.bytes() * page.items().size();
        room.take(bytes);
        return Ec2Xml.answer(shape.action(), bytes, xml -> {
            xml.element(
                    shape.set(),
                    () -> page.items()
                            .forEach(t -> xml.element("item", () -> shape.each().accept(xml, t))));
            page.nextToken().ifPresent(token -> xml.text("nextToken", token));
        });
    }

    private Listing<T> kept(List<T> next) {
        return new Listing<>(form, next);
    }
}
