package vn.tthc.intake.forms;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.dossier.DossierEvent.Returned;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.forms.Form;
import vn.tthc.forms.VietnameseText;
import vn.tthc.intake.domain.DossierClock;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.domain.DossierState.Reception;
import vn.tthc.intake.forms.Grounds.Fact;
import vn.tthc.platform.web.Messages;

/** The line of a dossier in the register (Sổ theo dõi hồ sơ): its eleven columns. */
final class RegisterEntry {
    static final List<Messages> COLUMNS = List.of(
            new Messages("TT", "No."),
            new Messages("Mã hồ sơ", "Dossier code"),
            new Messages("Tên TTHC", "Procedure"),
            new Messages("Tên cá nhân, tổ chức", "Person or organisation"),
            new Messages("Địa chỉ, số điện thoại", "Address, phone"),
            new Messages("Cơ quan chủ trì giải quyết", "Deciding agency"),
            new Messages("Nhận hồ sơ", "Received"),
            new Messages("Hẹn trả kết quả", "Due"),
            new Messages("Trả kết quả", "Returned"),
            new Messages("Phương thức nhận kết quả", "Way of return"),
            new Messages("Ký nhận", "Taken by"));

    private final Grounds grounds;
    private final Parties parties;
    private final PersonalData persons;
    private final boolean forFiler;

    RegisterEntry(Grounds grounds, Parties parties, PersonalData persons, boolean forFiler) {
        this.grounds = grounds;
        this.parties = parties;
        this.persons = persons;
        this.forFiler = forFiler;
    }

    FormContent content() {
        return new FormContent(
                grounds.dossier().receiving(),
                null,
                reception().at(),
                List.of(),
                new Form.Table(COLUMNS, List.of(row(1))),
                List.of("Trích dòng của hồ sơ này trong sổ theo dõi."),
                List.of());
    }

    private Reception reception() {
        return Objects.requireNonNull(grounds.dossier().state().reception(), "counted as received");
    }

    /** The line, with its number in the register. */
    List<String> row(int number) {
        DossierState state = grounds.dossier().state();
        Reception reception = reception();
        DossierClock clock = state.clock();
        Fact<Returned> returned = grounds.last(Returned.class).orElse(null);
        String due = clock == null ? "" : clock.paused() ? "Đang tạm dừng tính thời hạn" : moment(clock.promisedAt());
        return List.of(
                Integer.toString(number),
                reception.code(),
                grounds.procedureName(),
                told(parties.subject()),
                Stream.of(parties.address(), parties.phone())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                told(grounds.competent()),
                moment(reception.at()),
                due,
                returned == null ? "" : moment(returned.event().occurredAt()),
                way(returned == null ? state.returnWay() : returned.event().way()),
                returned == null ? "" : recipient(returned));
    }

    /** Whoever took the result may be another person than the filer, who told nothing of them: not for the filer. */
    private String recipient(Fact<Returned> returned) {
        Returned event = returned.event();
        return forFiler || event.recipient() == null
                ? ""
                : told(persons.open(event.recipient().name(), returned.commandId(), "recipient.name"));
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : VietnameseText.moment(moment);
    }

    static String way(ReturnWay way) {
        return switch (way) {
            case COUNTER -> "Trực tiếp tại bộ phận một cửa";
            case POST -> "Qua dịch vụ bưu chính công ích";
            case ELECTRONIC -> "Bản điện tử";
        };
    }
}
