package emptyrecord.control.run;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;

/**
 * A page as a Mustache template. A value is text: it is escaped, and place holders in it mean nothing. Only
 * {@code {{{name}}}} puts a value in as it is.
 */
public final class HtmlTemplate {

    private final Template template;

    /** @param resource the template's path on the class path */
    public HtmlTemplate(String resource) {
        this.template = Mustache.compiler().strictSections(true).compile(Resource.text(resource));
    }

    /**
     * @param view a record whose components have the names that the template uses
     * @throws com.samskivert.mustache.MustacheException names a component that the view does not have
     */
    public String html(Record view) {
        return template.execute(view);
    }
}
