package vn.tthc.processing.forms;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.forms.Edition;
import vn.tthc.forms.Fields;
import vn.tthc.forms.Form;
import vn.tthc.forms.FormKind;
import vn.tthc.forms.FormList;
import vn.tthc.forms.FormSettings;
import vn.tthc.forms.VietnameseText;
import vn.tthc.platform.command.RecentStreams.Happened;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.web.Messages;
import vn.tthc.processing.domain.CaseState;
import vn.tthc.processing.domain.ControlSheet;
import vn.tthc.processing.domain.ControlSheet.Leg;

/** Draws the control sheet of a case from its events. */
@Component
class ControlSheets {
    private static final List<Messages> COLUMNS = List.of(
            new Messages("TÊN CƠ QUAN", "Agency"),
            new Messages("THỜI GIAN GIAO, NHẬN HỒ SƠ", "Given and taken"),
            new Messages("KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/Đúng hạn/Quá hạn)", "Result"),
            new Messages("GHI CHÚ", "Note"));

    private final Streams streams;
    private final FormSettings settings;
    private final String statusPage;

    ControlSheets(Streams streams, FormSettings settings, @Value("${tthc.processing.status-page}") String statusPage) {
        this.streams = streams;
        this.settings = settings;
        this.statusPage = statusPage;
    }

    private Edition edition(CaseState.Opened state) {
        return Edition.of(state.file().receivedAt(), settings.newFormsFrom());
    }

    /** Each case that was opened has its control sheet, and no other form follows from it. */
    FormList list(CaseState.Opened state, long version) {
        Edition edition = edition(state);
        return new FormList(edition.circular(), version, FormList.raised(FormKind.CONTROL_SHEET, edition, 1));
    }

    /**
     * The form.
     *
     * @throws vn.tthc.platform.web.Problem 404 for every form but the control sheet
     */
    Form draw(StreamId stream, CaseState.Opened state, long version, FormKind kind, @Nullable Integer nth) {
        Edition edition = edition(state);
        int chosen = FormList.chosen(kind, edition, nth, kind == FormKind.CONTROL_SHEET ? 1 : 0);
        List<Happened> history = streams.history(stream).stream().limit(version).toList();
        CaseFile file = state.file();
        List<Leg> legs = ControlSheet.of(
                history.stream().map(happened -> (CaseEvent) happened.event()).toList());
        return new Form(
                kind,
                edition,
                chosen,
                stream.id(),
                version,
                history.getLast().envelope().recordedAt(),
                new Form.Head(file.oneStop().name(), null, file.code(), null, file.receivedAt()),
                fields(file, state).list(),
                new Form.Table(COLUMNS, legs.stream().map(ControlSheets::row).toList()),
                List.of(
                        "Lập tự động từ các sự kiện giao, nhận đã ghi nhận trên hệ thống một cửa điện tử; không cần ký tay.",
                        "Kết quả là so với thời gian dành cho các bước mà cơ quan giao đã thực hiện theo quy trình, không phải"
                                + " thời hạn giải quyết của cả hồ sơ.",
                        "Hồ sơ chuyển qua dịch vụ bưu chính công ích: thời gian giao, nhận theo hóa đơn bưu chính."),
                List.of(),
                statusUrl(statusPage, file.code()));
    }

    /** A code from an older system may hold any sign. */
    static URI statusUrl(String page, String code) {
        return URI.create(page + "?code=" + UriUtils.encode(code, StandardCharsets.UTF_8));
    }

    private static Fields fields(CaseFile file, CaseState.Opened state) {
        Set<String> agencies = file.steps().stream()
                .map(FlowStep::agency)
                .map(AgencyRef::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String deciding = file.steps().stream()
                .filter(step -> step.kind() == FlowStep.Kind.SIGN)
                .map(FlowStep::agency)
                .map(AgencyRef::name)
                .findFirst()
                .orElse(null);
        if (deciding != null) {
            agencies.remove(deciding);
        }
        return new Fields()
                .add("code", "Mã hồ sơ", "Dossier code", file.code())
                .add("procedure", "Thủ tục hành chính", "Procedure", file.procedureName())
                .add("competentAgency", "Cơ quan giải quyết hồ sơ", "Deciding agency", deciding)
                .add(
                        "otherAgencies",
                        "Cơ quan phối hợp giải quyết hồ sơ",
                        "Agencies that take part",
                        agencies.isEmpty() ? null : String.join("; ", agencies))
                .at("receivedAt", "Thời gian tiếp nhận", "Received at", file.receivedAt())
                .at("endedAt", "Kết thúc giải quyết", "End of processing", state.endedAt());
    }

    private static List<String> row(Leg leg) {
        String given = "Giao: " + VietnameseText.moment(leg.givenAt());
        return switch (leg.outcome()) {
            case RECORDED ->
                List.of(
                        told(leg.from()),
                        VietnameseText.moment(leg.givenAt()),
                        "",
                        leg.step() + " (ghi lại theo hồ sơ cũ)");
            case OFFERED -> List.of(names(leg), given + "\nNhận: chưa nhận", pace(leg), note(leg));
            case TAKEN -> List.of(names(leg), given + "\nNhận: " + settled(leg), pace(leg), note(leg));
            case DECLINED -> List.of(names(leg), given + "\nKhông nhận: " + settled(leg), pace(leg), note(leg));
            case FINISHED ->
                List.of(names(leg), given + "\nNhận: ghi ở sổ theo dõi của bộ phận một cửa", pace(leg), note(leg));
        };
    }

    private static String settled(Leg leg) {
        return leg.settledAt() == null ? "" : VietnameseText.moment(leg.settledAt());
    }

    private static String names(Leg leg) {
        return "1. Giao: " + told(leg.from()) + "\n2. Nhận: " + told(leg.to());
    }

    private static String pace(Leg leg) {
        return leg.pace() == null
                ? ""
                : switch (leg.pace()) {
                    case EARLY -> "Trước hạn";
                    case ON_TIME -> "Đúng hạn";
                    case LATE -> "Quá hạn";
                };
    }

    private static String note(Leg leg) {
        return leg.note() == null ? leg.step() : leg.step() + ". " + leg.note();
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }
}
