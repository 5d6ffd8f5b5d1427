package vn.tthc.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.intake.domain.DossierCommand.Import;
import vn.tthc.law.clock.VietnamTime;

/**
 * Old dossiers. Told again alike, one changes nothing; told again otherwise, it is refused with what differs; dates that
 * contradict each other are kept and marked.
 */
final class Imports {
    private Imports() {}

    static Decision<DossierEvent> decide(DossierState state, Import command) {
        if (state.exists()) {
            return again(state, command);
        }
        CaseFile file = command.file();
        Refusal invalid = Objections.validity("agency", file.oneStop(), VietnamTime.date(command.at()));
        if (invalid != null) {
            return new Decision.Refused<>(invalid);
        }
        DossierEvent imported = new DossierEvent.Imported(
                command.at(), command.source(), command.externalId(), command.contentHash(), file, command.lookup());
        boolean dueBefore = file.dueAt() != null && file.dueAt().isBefore(file.receivedAt());
        return dueBefore
                ? Decision.accept(
                        imported, new DossierEvent.AnomalyRecorded(command.at(), Anomaly.DEADLINE_BEFORE_RECEPTION))
                : Decision.accept(imported);
    }

    private static Decision<DossierEvent> again(DossierState state, Import command) {
        DossierState.Brought brought = state.brought();
        if (brought != null && brought.contentHash().equals(command.contentHash())) {
            return Decision.accept(List.of());
        }
        return Decision.refuse(
                DossierProblem.IMPORT_CONFLICT,
                null,
                Map.of(
                        "externalId",
                        command.externalId(),
                        "differs",
                        brought == null ? "source" : String.join(", ", differences(brought.file(), command.file()))));
    }

    private static List<String> differences(CaseFile known, CaseFile told) {
        List<String> fields = new ArrayList<>();
        compare(fields, "code", known.code(), told.code());
        compare(fields, "procedure", known.procedure(), told.procedure());
        compare(fields, "channel", known.channel(), told.channel());
        compare(fields, "receivedAt", known.receivedAt(), told.receivedAt());
        compare(fields, "dueAt", known.dueAt(), told.dueAt());
        compare(fields, "agency", known.oneStop(), told.oneStop());
        return fields;
    }

    private static void compare(List<String> fields, String name, @Nullable Object known, @Nullable Object told) {
        if (!Objects.equals(known, told)) {
            fields.add(name);
        }
    }
}
