package vn.tthc.intake.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.forms.Edition;
import vn.tthc.forms.FormKind;
import vn.tthc.forms.FormList;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.domain.DossierState.Reception;
import vn.tthc.intake.dossier.Found;
import vn.tthc.platform.command.RecentStreams.Happened;

/**
 * What has happened to a dossier up to a version: from it follows which forms there are, and what stands in them.
 *
 * @param dossier as it is at that version
 * @param history every event up to it, oldest first
 * @param edition whose forms it has
 */
record Grounds(Found dossier, List<Happened> history, Edition edition) {

    /** An event of a kind, with the command that recorded it. */
    record Fact<E extends DossierEvent>(E event, String commandId) {}

    static Grounds of(Found dossier, List<Happened> recorded, LocalDate newFormsFrom) {
        List<Happened> history = recorded.stream().limit(dossier.version()).toList();
        DossierState state = dossier.state();
        Reception reception = state.reception();
        Filing filing = state.filing();
        Instant cameIn = reception != null
                ? reception.at()
                : filing != null ? filing.at() : history.getFirst().envelope().occurredAt();
        return new Grounds(dossier, history, Edition.of(cameIn, newFormsFrom));
    }

    /** All events of a kind, oldest first. */
    <E extends DossierEvent> List<Fact<E>> all(Class<E> type) {
        return history.stream()
                .filter(happened -> type.isInstance(happened.event()))
                .map(happened -> new Fact<>(
                        type.cast(happened.event()), happened.envelope().commandId()))
                .toList();
    }

    /** The latest event of a kind. */
    <E extends DossierEvent> Optional<Fact<E>> last(Class<E> type) {
        List<Fact<E>> all = all(type);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** How many forms of a kind there are grounds for here; the control sheet follows from the case. */
    int count(FormKind kind) {
        return switch (kind) {
            case RECEIPT, REGISTER_ENTRY -> dossier.state().reception() == null ? 0 : 1;
            case SUPPLEMENT_REQUEST ->
                all(DossierEvent.SupplementRequested.class).size();
            case REFUSAL -> all(DossierEvent.ReceptionRefused.class).size();
            case APOLOGY -> all(DossierEvent.Extended.class).size();
            case STOP -> all(DossierEvent.Stopped.class).size();
            case CONTROL_SHEET, REGISTER -> 0;
        };
    }

    /** The forms there are. */
    FormList list() {
        return new FormList(
                edition.circular(),
                dossier.version(),
                List.of(FormKind.values()).stream()
                        .flatMap(kind -> FormList.raised(kind, edition, count(kind)).stream())
                        .toList());
    }

    /** The command that filed it. */
    String filedBy() {
        return history.getFirst().envelope().commandId();
    }

    /** When the last event of it was recorded. */
    Instant asOf() {
        return history.getLast().envelope().recordedAt();
    }

    /** Dossier code, null until reception. */
    @Nullable
    String code() {
        Reception reception = dossier.state().reception();
        return reception == null ? null : reception.code();
    }

    /** Vietnamese name of the procedure. */
    String procedureName() {
        DossierState state = dossier.state();
        return state.filing() != null
                ? state.filing().procedureName()
                : Objects.requireNonNull(state.brought(), "filed or imported")
                        .file()
                        .procedureName();
    }

    /** The agency that decides, null where an import does not tell. */
    @Nullable
    String competent() {
        Filing filing = dossier.state().filing();
        return filing == null ? null : filing.places().competent().name();
    }
}
