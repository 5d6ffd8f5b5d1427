package vn.tthc.forms;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.web.Messages;

/**
 * A form as data.
 *
 * @param form which one
 * @param number its number in its circular
 * @param circular the circular
 * @param title its name
 * @param nth which one of its kind in the dossier, from 1
 * @param dossierId the dossier
 * @param version of the stream, up to which it was read
 * @param asOf when that version was recorded
 * @param agency who issues it
 * @param issuedAt when the fact it tells of happened
 * @param fields what it says
 * @param table its table
 * @param notes what is printed below
 * @param statusUrl what its QR code says; may hold a secret
 */
public record FormView(
        FormKind form,
        String number,
        String circular,
        Messages title,
        int nth,
        String dossierId,
        long version,
        Instant asOf,
        String agency,
        Instant issuedAt,
        List<Form.Field> fields,
        Form.@Nullable Table table,
        List<String> notes,
        @Nullable URI statusUrl) {

    static FormView of(Form form) {
        return new FormView(
                form.kind(),
                form.number(),
                form.edition().circular(),
                form.kind().title(form.edition()),
                form.nth(),
                form.dossierId(),
                form.version(),
                form.asOf(),
                form.head().agency(),
                form.head().issuedAt(),
                form.fields(),
                form.table(),
                form.notes(),
                form.statusUrl());
    }

    @Override
    public String toString() {
        return "FormView[" + form + " " + dossierId + "]";
    }
}
