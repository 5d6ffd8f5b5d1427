package vn.tthc.intake.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.forms.Edition;
import vn.tthc.forms.Fields;
import vn.tthc.forms.Form;
import vn.tthc.forms.FormKind;
import vn.tthc.forms.FormSettings;
import vn.tthc.forms.VietnameseText;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.Freshness;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.DocumentStore;

/** Draws the register of a one-stop (Sổ theo dõi hồ sơ) over some days, a line for every dossier it received. */
@Component
class AgencyRegister {
    private final DocumentStore documents;
    private final Dossiers dossiers;
    private final Streams streams;
    private final PersonVault vault;
    private final Freshness freshness;
    private final FormSettings settings;

    AgencyRegister(
            DocumentStore documents,
            Dossiers dossiers,
            Streams streams,
            PersonVault vault,
            Freshness freshness,
            FormSettings settings) {
        this.documents = documents;
        this.dossiers = dossiers;
        this.streams = streams;
        this.vault = vault;
        this.freshness = freshness;
        this.settings = settings;
    }

    /**
     * Days of a register.
     *
     * @param agency whose
     * @param from the first day
     * @param to the last day
     * @param dossiers in the order in which they were received
     * @param asOf whatever was received before this moment is among them; null while that is not known
     */
    record Days(
            AgencyRef agency,
            LocalDate from,
            LocalDate to,
            List<String> dossiers,
            @Nullable Instant asOf) {}

    /** A register, and for each dossier in it which fields were opened. */
    record Drawn(Form form, Map<String, List<String>> read) {}

    /** What was received on some days, so many dossiers at the most. */
    Days days(AgencyRef agency, LocalDate from, LocalDate to, int most) {
        // Before the list is read, so that it is never said to be newer than it is.
        Instant asOf = freshness.asOf(ReceivedDossiers.NAME).orElse(null);
        Instant start = start(from);
        Instant end = start(to.plusDays(1));
        return new Days(agency, from, to, ReceivedDossiers.of(documents, agency.id(), start, end, most), asOf);
    }

    private static Instant start(LocalDate day) {
        return VietnamTime.instant(day.atStartOfDay());
    }

    Drawn draw(Days days, @Nullable String above, @Nullable String place) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<String>> read = new LinkedHashMap<>();
        for (String id : days.dossiers()) {
            Found dossier = dossiers.find(id);
            Grounds grounds = Grounds.of(dossier, streams.history(dossier.stream()), settings.newFormsFrom());
            PersonalData persons = new PersonalData(vault, dossier.stream());
            rows.add(new RegisterEntry(grounds, new Parties(grounds, persons), persons, false).row(rows.size() + 1));
            read.put(id, persons.read());
        }
        Fields fields = new Fields();
        fields.add("from", "Từ ngày", "From", VietnameseText.day(start(days.from())));
        fields.add("to", "Đến ngày", "To", VietnameseText.day(start(days.to())));
        fields.add("count", "Số hồ sơ", "Dossiers", Integer.toString(rows.size()));
        fields.at("asOf", "Đã có mọi hồ sơ tiếp nhận trước", "Complete up to", days.asOf());
        Form form = new Form(
                FormKind.REGISTER,
                Edition.of(start(days.to()), settings.newFormsFrom()),
                1,
                days.agency().id(),
                0,
                // Where it is not known up to when the list is complete, nothing is claimed.
                days.asOf() == null ? start(days.from()) : days.asOf(),
                new Form.Head(days.agency().name(), above, null, place, start(days.to())),
                fields.list(),
                new Form.Table(RegisterEntry.COLUMNS, rows),
                List.of(),
                List.of(),
                null);
        return new Drawn(form, read);
    }
}
