package vn.tthc.intake.forms;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.ComponentsChecked;
import vn.tthc.contracts.dossier.DossierEvent.Extended;
import vn.tthc.contracts.dossier.DossierEvent.ReceptionRefused;
import vn.tthc.contracts.dossier.DossierEvent.Stopped;
import vn.tthc.contracts.dossier.DossierEvent.SupplementRequested;
import vn.tthc.contracts.dossier.DossierEvent.WithdrawalRequested;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.forms.Fields;
import vn.tthc.forms.Form;
import vn.tthc.forms.FormKind;
import vn.tthc.forms.VietnameseText;
import vn.tthc.intake.domain.DossierClock;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.domain.DossierState.Fee;
import vn.tthc.intake.domain.DossierState.Reception;
import vn.tthc.intake.forms.Grounds.Fact;
import vn.tthc.intake.reference.Catalogue;
import vn.tthc.platform.web.Messages;

/** What stands in each form of a dossier (Phụ lục I, Thông tư 03/2025/TT-VPCP; Thông tư 01/2018/TT-VPCP). */
final class FormContents {
    private static final String APPLICANT = "NGƯỜI NỘP HỒ SƠ";
    private static final String RECEIVER = "NGƯỜI TIẾP NHẬN HỒ SƠ";
    private static final String HEAD = "THỦ TRƯỞNG ĐƠN VỊ";
    private static final Messages NO = new Messages("STT", "No.");
    private static final Messages PAPER = new Messages("Tên giấy tờ", "Paper");

    private final Grounds grounds;
    private final PersonalData persons;
    private final Catalogue catalogue;
    private final Parties parties;
    private final boolean forFiler;

    FormContents(Grounds grounds, PersonalData persons, Catalogue catalogue, boolean forFiler) {
        this.grounds = grounds;
        this.persons = persons;
        this.catalogue = catalogue;
        this.parties = new Parties(grounds, persons);
        this.forFiler = forFiler;
    }

    FormContent of(FormKind kind, int nth) {
        return switch (kind) {
            case RECEIPT -> receipt();
            case SUPPLEMENT_REQUEST -> supplement(fact(SupplementRequested.class, nth));
            case REFUSAL -> refusal(fact(ReceptionRefused.class, nth));
            case APOLOGY -> apology(fact(Extended.class, nth));
            case STOP -> stop(fact(Stopped.class, nth));
            case REGISTER_ENTRY -> new RegisterEntry(grounds, parties, persons, forFiler).content();
            case CONTROL_SHEET -> throw new IllegalArgumentException("the control sheet follows from the case");
            case REGISTER -> throw new IllegalArgumentException("the register follows from many dossiers");
        };
    }

    private <E extends DossierEvent> E fact(Class<E> type, int nth) {
        return grounds.all(type).get(nth - 1).event();
    }

    private AgencyRef oneStop() {
        return grounds.dossier().receiving();
    }

    private FormContent receipt() {
        DossierState state = grounds.dossier().state();
        Reception reception = Objects.requireNonNull(state.reception(), "counted as received");
        DossierEvent.@Nullable Received first =
                grounds.last(DossierEvent.Received.class).map(Fact::event).orElse(null);
        DossierClock clock = state.clock();
        Fields fields = new Fields().add("code", "Mã hồ sơ", "Dossier code", reception.code());
        fields.add(
                "receivingAgency", "Bộ phận tiếp nhận", "Received by", oneStop().name());
        parties.applicant(fields, "Tiếp nhận hồ sơ của", "Received from");
        parties.owner(fields);
        fields.add("procedure", "Thủ tục hành chính cần giải quyết", "Procedure", grounds.procedureName());
        WrittenIn.land(fields, catalogue.pinned(grounds.dossier().procedure()).orElse(null));
        fields.add("copies", "Số lượng hồ sơ", "Sets of papers", "01 (bộ)");
        fields.add(
                "term",
                "Thời gian giải quyết theo quy định",
                "Term",
                first == null || first.term() == null ? null : VietnameseText.term(first.term()));
        fields.at("receivedAt", "Thời gian nhận hồ sơ", "Received at", reception.at());
        if (first != null && first.dueAt() == null) {
            fields.add("dueAt", "Thời gian trả kết quả", "Due", "Thủ tục không có ngày hẹn trả");
        } else {
            fields.at(
                    "dueAt",
                    "Thời gian trả kết quả",
                    "Due",
                    first != null ? first.dueAt() : clock == null ? null : clock.dueAt());
        }
        if (first != null && clock != null && clock.paused()) {
            fields.add("dueNow", "Ngày hẹn trả hiện nay", "Due as it is now", "Đang tạm dừng tính thời hạn");
        } else if (first != null && clock != null && !Objects.equals(clock.promisedAt(), first.dueAt())) {
            fields.at("dueNow", "Ngày hẹn trả hiện nay", "Due as it is now", clock.promisedAt());
        }
        fields.add("returnAt", "Đăng ký nhận kết quả", "The result is wanted", RegisterEntry.way(state.returnWay()));
        fields.add("fees", "Phí, lệ phí", "Fees", fees(state));
        WrittenIn.register(fields);
        return new FormContent(
                oneStop(),
                reception.code(),
                reception.at(),
                fields.list(),
                papers(),
                Stream.concat(
                                grounds.last(ComponentsChecked.class).isEmpty()
                                        ? Stream.of("Giấy tờ của hồ sơ không được kiểm đếm từng loại khi tiếp nhận.")
                                        : Stream.empty(),
                                Stream.of("Khi đến nhận kết quả, mang theo giấy này, giấy tờ tùy thân, phí, lệ phí (nếu"
                                        + " có) và giấy ủy quyền (nếu được ủy quyền)."))
                        .toList(),
                List.of(APPLICANT, RECEIVER));
    }

    /** As they were counted at the reception; what was not counted is not claimed. */
    private Form.@Nullable Table papers() {
        List<DossierEvent.Paper> counted = grounds.last(ComponentsChecked.class)
                .map(fact -> fact.event().papers())
                .orElse(List.of());
        if (counted.isEmpty()) {
            return null;
        }
        Map<String, String> names = catalogue.pinned(grounds.dossier().procedure()).stream()
                .map(Procedure::components)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Procedure.Component::code, Procedure.Component::name, (a, b) -> a));
        return numbered(
                List.of(NO, PAPER, new Messages("Loại giấy tờ", "Kind"), new Messages("Số lượng", "Count")),
                counted,
                paper -> List.of(
                        names.getOrDefault(paper.component(), paper.component()),
                        kind(paper.kind()),
                        Integer.toString(paper.count())));
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "ORIGINAL" -> "Bản chính";
            case "COPY" -> "Bản sao";
            case "DIGITAL" -> "Bản điện tử";
            default -> kind;
        };
    }

    private static <T> Form.Table numbered(List<Messages> columns, List<T> rows, Function<T, List<String>> cells) {
        return new Form.Table(
                columns,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> Stream.concat(
                                        Stream.of(Integer.toString(i + 1)), cells.apply(rows.get(i)).stream())
                                .toList())
                        .toList());
    }

    static @Nullable String fees(DossierState state) {
        return state.fees().isEmpty()
                ? null
                : state.fees().values().stream().map(FormContents::fee).collect(Collectors.joining("; "));
    }

    private static String fee(Fee fee) {
        String settled = fee.settlement() == null
                ? "chưa nộp"
                : fee.waived() ? "miễn: " + fee.settlement() : "đã nộp, biên lai " + fee.settlement();
        return fee.due().name() + " " + VietnameseText.dong(fee.due().amountVnd()) + " (" + settled + ")";
    }

    private FormContent supplement(SupplementRequested asked) {
        Fields fields = addressed();
        fields.add("items", "Nội dung cần bổ sung, hoàn thiện", "What is to be supplemented", "theo bảng dưới đây");
        fields.add("reason", "Lý do", "Reason", asked.request().reason());
        fields.add(
                "guidance", "Hướng dẫn", "How to complete it", asked.request().guidance());
        fields.add("ground", "Căn cứ", "Ground", asked.ground().vi());
        fields.add("nth", "Lần yêu cầu bổ sung", "Which request", Integer.toString(asked.nth()));
        fields.add(
                "clock",
                "Thời hạn giải quyết",
                "Clock",
                asked.clockStopped() ? "Tạm dừng từ thời điểm yêu cầu đến khi hồ sơ được bổ sung" : "Chưa tính");
        fields.add(
                "contact",
                "Liên hệ khi cần hướng dẫn thêm",
                "Whom to ask",
                asked.agency().name());
        List<SupplementRequest.Item> items = asked.request().items();
        return new FormContent(
                asked.agency(),
                null,
                asked.occurredAt(),
                fields.list(),
                numbered(
                        List.of(NO, PAPER, new Messages("Yêu cầu", "Demand")),
                        items,
                        item -> List.of(item.name(), item.demand())),
                List.of(),
                List.of("NGƯỜI HƯỚNG DẪN"));
    }

    private FormContent refusal(ReceptionRefused refused) {
        Fields fields = addressed();
        fields.add("reason", "Lý do từ chối", "Why it is refused", refused.reason());
        fields.add("ground", "Căn cứ", "Ground", refused.ground());
        return new FormContent(
                oneStop(), null, refused.occurredAt(), fields.list(), null, List.of(), List.of(APPLICANT, RECEIVER));
    }

    private FormContent apology(Extended extended) {
        Fields fields = addressed();
        Reception reception = grounds.dossier().state().reception();
        fields.at("receivedAt", "Ngày tiếp nhận", "Received", reception == null ? null : reception.at());
        fields.add(
                "field",
                "Lĩnh vực",
                "Field",
                catalogue
                        .pinned(grounds.dossier().procedure())
                        .map(Procedure::field)
                        .orElse(null));
        fields.at("dueAt", "Thời hạn giải quyết theo quy định", "Due by law", extended.dueAt());
        fields.at("promisedBefore", "Thời gian đã hẹn trả kết quả", "Promised until now", extended.promisedBefore());
        fields.add("reason", "Lý do chậm trả kết quả", "Why it takes longer", extended.reason());
        fields.at("promisedAt", "Hẹn lại thời gian trả kết quả", "Promised now", extended.promisedAt());
        fields.add(
                "apology",
                "Lời xin lỗi",
                "Apology",
                extended.agency().name() + " xin lỗi Ông/Bà về việc chậm trả kết quả giải quyết hồ sơ.");
        fields.add("signer", "Người ký", "Signed by", extended.signer());
        return new FormContent(
                extended.agency(), null, extended.occurredAt(), fields.list(), null, List.of(), List.of(HEAD));
    }

    private FormContent stop(Stopped stopped) {
        Fields fields = addressed();
        Fact<WithdrawalRequested> asked =
                grounds.last(WithdrawalRequested.class).orElse(null);
        fields.at(
                "requestedAt",
                "Thời điểm đề nghị dừng",
                "Asked for at",
                asked == null ? null : asked.event().occurredAt());
        fields.add(
                "requestReason",
                "Lý do đề nghị",
                "Why it was asked",
                asked == null ? null : persons.open(asked.event().reason(), asked.commandId(), "withdrawal.reason"));
        fields.add(
                "phase",
                "Giai đoạn",
                "Phase",
                asked != null && asked.event().decidedByCase()
                        ? "Đang giải quyết, chưa có quyết định"
                        : "Chưa chuyển cơ quan giải quyết");
        fields.add("decision", "Nội dung", "Decision", "Dừng giải quyết hồ sơ theo đề nghị của người nộp");
        fields.add("ground", "Căn cứ", "Ground", stopped.ground().vi());
        fields.add("fees", "Phí, lệ phí", "Fees", fees(grounds.dossier().state()));
        return new FormContent(
                stopped.agency() == null ? oneStop() : stopped.agency(),
                null,
                stopped.occurredAt(),
                fields.list(),
                null,
                List.of(),
                List.of(HEAD));
    }

    /** What the letters to the applicant begin with. */
    private Fields addressed() {
        Fields fields = new Fields();
        parties.applicant(fields, "Kính gửi Ông/Bà", "To");
        parties.owner(fields);
        fields.add("code", "Mã hồ sơ", "Dossier code", grounds.code());
        return fields.add("procedure", "Nội dung yêu cầu giải quyết", "What was asked for", grounds.procedureName());
    }
}
