package vn.tthc.forms;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.web.Messages;

/**
 * A form with everything that stands in it. It follows from a dossier's events alone: drawn again from the same version it
 * is the same, to the letter.
 *
 * @param kind which form
 * @param edition of which circular
 * @param nth which one of its kind in the dossier, from 1
 * @param dossierId the dossier; of a register, whose it is
 * @param version of its stream, up to which it was read; 0 for a register
 * @param asOf when that version was recorded
 * @param head what stands above the title
 * @param fields what it says, in the order it is printed
 * @param table its table, null when it has none
 * @param notes what is printed small below
 * @param signatures who signs, from left to right
 * @param statusUrl what its QR code says, null when it has none
 */
public record Form(
        FormKind kind,
        Edition edition,
        int nth,
        String dossierId,
        long version,
        Instant asOf,
        Head head,
        List<Field> fields,
        @Nullable Table table,
        List<String> notes,
        List<String> signatures,
        @Nullable URI statusUrl) {
    public Form {
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
        signatures = List.copyOf(signatures);
    }

    /**
     * What stands above the title.
     *
     * @param agency who issues it
     * @param above the agency above that one, when known
     * @param number its number or the dossier's code, as printed; null when a person writes it in
     * @param place where it is dated, null when that is not known
     * @param issuedAt when the fact it tells of happened
     */
    public record Head(
            String agency,
            @Nullable String above,
            @Nullable String number,
            @Nullable String place,
            Instant issuedAt) {}

    /**
     * A labelled value.
     *
     * @param name stable name
     * @param label what is printed before it
     * @param value as printed, null when nothing is known
     * @param at the same as a moment, when it is one
     */
    public record Field(
            String name,
            Messages label,
            @Nullable String value,
            @Nullable Instant at) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /**
     * A table.
     *
     * @param columns headings
     * @param rows cells, as many in each row as there are columns
     */
    public record Table(List<Messages> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String toString() {
            return "Table[" + rows.size() + " rows]";
        }
    }

    /** Its number in its circular, such as {@code 01}. */
    public String number() {
        String number = kind.number(edition);
        if (number == null) {
            throw new IllegalStateException(kind + " is no form of " + edition.circular());
        }
        return number;
    }
}
