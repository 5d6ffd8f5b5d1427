package vn.tthc.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.Problem;

/**
 * The forms a dossier has grounds for; no personal data.
 *
 * @param circular whose forms they are
 * @param version of the stream, up to which it was read
 * @param forms in the order of their numbers
 */
public record FormList(String circular, long version, List<Raised> forms) {
    public FormList {
        forms = List.copyOf(forms);
    }

    /**
     * A form there are grounds for.
     *
     * @param form which one
     * @param number its number in that circular
     * @param title its name
     * @param count how many of its kind there are
     */
    public record Raised(FormKind form, String number, Messages title, int count) {}

    /** A form that was raised so often, or empty where there is none or the edition does not have it. */
    public static List<Raised> raised(FormKind kind, Edition edition, int count) {
        String number = kind.number(edition);
        return number == null || count == 0 ? List.of() : List.of(new Raised(kind, number, kind.title(edition), count));
    }

    /**
     * Which one of its kind is meant.
     *
     * @param nth from 1, null for the latest
     * @param count how many there are
     * @throws Problem 404 where there is no such form, or none yet
     */
    public static int chosen(FormKind kind, Edition edition, @Nullable Integer nth, int count) {
        if (kind.number(edition) == null) {
            throw new Problem(FormProblem.FORM_NOT_IN_EDITION, null, Map.of("circular", edition.circular()));
        }
        int chosen = nth == null ? count : nth;
        if (chosen < 1 || chosen > count) {
            throw new Problem(FormProblem.FORM_WITHOUT_GROUND, null, Map.of());
        }
        return chosen;
    }
}
