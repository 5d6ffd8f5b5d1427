package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.Places;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.ExtensionRule;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.law.clock.WorkingCalendar;

/** The world of the tests: a ward, a province's one-stop, a huyện of the past, a land procedure. */
public final class A {
    public static final Instant FILED = Instant.parse("2026-03-02T01:00:00Z");
    public static final Instant RECEIVED = Instant.parse("2026-03-02T02:00:00Z");
    public static final Instant GIVEN = Instant.parse("2026-03-02T03:00:00Z");
    public static final Instant STARTED = Instant.parse("2026-03-02T04:00:00Z");
    public static final Instant DUE = Instant.parse("2026-03-12T02:00:00Z");
    public static final Instant LATER = Instant.parse("2026-03-13T02:00:00Z");

    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    public static final Agency WARD = agency("24781@2025-07-01", "101", Level.XA, "UNIT", REFORM, null);
    public static final Agency PROVINCE = agency("68@2025-07-01", "001", Level.TINH, "UNIT", REFORM, null);
    public static final Agency DISTRICT = agency("672@origin", null, Level.HUYEN, "UNIT", null, REFORM.minusDays(1));
    public static final Lookup LOOKUP = new Lookup("N-0000-0000-0001", "hash", 1);

    private A() {}

    public static Agency agency(
            String id, String number, Level level, String kind, LocalDate validFrom, LocalDate validTo) {
        return new Agency(
                id,
                id.substring(0, id.indexOf('@')),
                number,
                level,
                null,
                kind,
                "Cơ quan " + id,
                "Agency " + id,
                validFrom,
                validTo,
                "NORMAL",
                List.of());
    }

    /** Chỉnh lý đất: eight working days, filed anywhere, returned at the counter or by post. */
    public static Procedure procedure() {
        return procedure(LocalDate.of(2025, 7, 1), null);
    }

    public static Procedure procedure(LocalDate validFrom, LocalDate validTo) {
        return new Procedure(
                "1.012796",
                "2026-01",
                validFrom,
                validTo,
                "Đính chính Giấy chứng nhận",
                "Correction of a land certificate",
                "Đất đai",
                "Land",
                Level.XA,
                List.of(Channel.COUNTER, Channel.ONLINE),
                new Term(8, TermUnit.WORKING_DAY),
                Map.of(),
                Map.of("MOUNTAIN", 10),
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(ReturnWay.COUNTER, ReturnWay.POST),
                "PROVINCE",
                List.of(),
                List.of());
    }

    public static Party party() {
        return new Party("person-1", new Sealed("person-1", "cipher"), null, null, null, null);
    }

    public static DossierCommand.Submit submission() {
        return submission(procedure(), Channel.COUNTER, WARD, WARD, ReturnWay.COUNTER);
    }

    public static DossierCommand.Submit submission(
            Procedure procedure, Channel channel, Agency receiving, Agency competent, ReturnWay way) {
        return new DossierCommand.Submit(
                FILED,
                procedure,
                channel,
                receiving,
                competent,
                null,
                null,
                null,
                party(),
                null,
                new ReturnWish(way, null, null),
                LOOKUP,
                null);
    }

    public static DossierEvent.Submitted submitted(ReturnWay way) {
        return new DossierEvent.Submitted(
                FILED,
                "1.012796@2026-01",
                "Đính chính Giấy chứng nhận",
                "Correction of a land certificate",
                Channel.COUNTER,
                new Places(null, WARD.ref(), WARD.ref()),
                null,
                party(),
                null,
                new ReturnWish(way, null, null),
                LOOKUP,
                null);
    }

    public static DossierEvent.Received received() {
        return new DossierEvent.Received(
                RECEIVED,
                "H36.101-20260302-0000001",
                WARD.ref(),
                new Term(8, TermUnit.WORKING_DAY),
                DUE,
                "default-2026.2");
    }

    public static DossierEvent.HandedOver handedOver() {
        return new DossierEvent.HandedOver(GIVEN, caseFile(step("kiem-tra", WARD)));
    }

    public static DossierEvent.ProcessingStarted started() {
        return new DossierEvent.ProcessingStarted(STARTED, WARD.ref());
    }

    public static FlowStep step(String id, Agency agency) {
        return new FlowStep(
                id,
                "Bước " + id,
                "Step " + id,
                FlowStep.Kind.WORK,
                Level.XA,
                Role.CASE_OFFICER,
                agency.ref(),
                60,
                false,
                List.of());
    }

    public static CaseFile caseFile(FlowStep... steps) {
        return new CaseFile(
                "H36.101-20260302-0000001",
                "1.012796@2026-01",
                "Đính chính Giấy chứng nhận",
                "Correction of a land certificate",
                Channel.COUNTER,
                "live",
                RECEIVED,
                DUE,
                WARD.ref(),
                List.of(steps));
    }

    /** An old dossier received and due then. */
    public static CaseFile oldFile(Instant receivedAt, Instant dueAt) {
        return new CaseFile(
                "case-1",
                "COSELOG.RECEIPT@2010-10",
                "Nhật ký",
                "Log",
                Channel.ONLINE,
                "coselog",
                receivedAt,
                dueAt,
                new AgencyRef("external:general", "General", "General", Level.XA, null, null),
                List.of());
    }

    /** A procedure that lists supplements, obligations and posting, with the default calendar. */
    public static ClockRules rules() {
        return rules(BOOK, PauseReason.SUPPLEMENT, PauseReason.FINANCIAL_OBLIGATION, PauseReason.PUBLIC_POSTING);
    }

    public static ClockRules rules(CalendarBook book, PauseReason... listed) {
        Map<PauseReason, LegalGround> grounds = new EnumMap<>(PauseReason.class);
        for (PauseReason reason : listed) {
            grounds.put(reason, ground(reason));
        }
        return new ClockRules(grounds, null, ExtensionRule.CUSTOMARY, book);
    }

    /** As {@link #rules()}, with other limits of an extension. */
    public static ClockRules rules(ExtensionRule extension) {
        ClockRules usual = rules();
        return new ClockRules(usual.grounds(), null, extension, usual.calendars());
    }

    public static LegalGround ground(PauseReason reason) {
        return new LegalGround("Căn cứ " + reason, "Ground of " + reason);
    }

    /** The default calendar and nothing else. */
    public static final CalendarBook BOOK = new CalendarBook() {
        @Override
        public WorkingCalendar version(String version) {
            WorkingCalendar calendar = Calendars.byDefault();
            assertThat(version).isEqualTo(calendar.version());
            return calendar;
        }

        @Override
        public WorkingCalendar newest(String version) {
            return Calendars.byDefault();
        }
    };

    public static SupplementRequest missing() {
        return new SupplementRequest(
                List.of(new SupplementRequest.Item("TP3", "Giấy tờ chứng minh sai sót", "Nộp bản sao")),
                "Thiếu thành phần hồ sơ",
                null);
    }
}
