package vn.tthc.platform.event.published;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tthc.contracts.Sealed;

/**
 * One example of every message, the same on every machine: each component has a value, so that nothing of the shape is
 * left unread. Every event is about the same dossier, so that they can be folded one after another.
 */
final class Examples {
    private static final Instant AT = Instant.parse("2026-03-02T02:30:00Z");
    private static final String DOSSIER = "0b2f3c1e-6f52-4d1c-9a3e-2f1f5c7b8a90";
    private static final String PERSON = "5d0c7f0a-3f39-4b07-8f3a-8f2d6f1a7c11";

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String CIPHER = "3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

    /** Components whose name says more than their type; everything else is named after itself. With the record in front where names alone mislead. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("dossierId", DOSSIER),
            Map.entry("dossier", DOSSIER),
            Map.entry("person", PERSON),
            Map.entry("code", "H36.17.28-260302-0001"),
            Map.entry("dossierCode", "H36.17.28-260302-0001"),
            Map.entry("HandOverRefused.code", "AGENCY_NOT_VALID"),
            Map.entry("Procedure.code", "1.012796"),
            Map.entry("Procedure.version", "2026.1"),
            Map.entry("CalendarPublished.version", "2026.2"),
            Map.entry("CalendarPublished.calendar", "default"),
            Map.entry("Component.code", "KQ.G15.000001"),
            Map.entry("Fee.code", "LE-PHI"),
            Map.entry("Component.kind", "ORIGINAL"),
            Map.entry("Agency.kind", "UNIT"),
            Map.entry("Agency.code", "24778"),
            Map.entry("Agency.number", "028"),
            Map.entry("Agency.area", "NORMAL"),
            Map.entry("Agency.successors", "24781@2025-07-01"),
            Map.entry("Agency.id", "24778@2025-07-01"),
            Map.entry("AgencyRef.id", "24778@2025-07-01"),
            Map.entry("FlowStep.id", "tham-dinh"),
            Map.entry("Step.id", "tham-dinh"),
            Map.entry("Step.agencyRule", "COMPETENT"),
            Map.entry("mayReturnTo", "tiep-nhan"),
            Map.entry("procedure", "1.012796@2026.1"),
            Map.entry("procedureName", "Cấp giấy phép xây dựng mới"),
            Map.entry("procedureNameEn", "New building permit"),
            Map.entry("Procedure.name", "Cấp giấy phép xây dựng mới"),
            Map.entry("Procedure.nameEn", "New building permit"),
            Map.entry("FlowStep.name", "Thẩm định hồ sơ"),
            Map.entry("FlowStep.nameEn", "Appraisal"),
            Map.entry("Step.name", "Thẩm định hồ sơ"),
            Map.entry("Step.nameEn", "Appraisal"),
            Map.entry("StepRecorded.name", "Kiểm tra thực địa"),
            Map.entry("Component.name", "Đơn đề nghị"),
            Map.entry("Component.nameEn", "Application form"),
            Map.entry("Fee.name", "Lệ phí cấp giấy phép"),
            Map.entry("Fee.nameEn", "Fee for the permit"),
            Map.entry("Result.name", "Giấy phép xây dựng"),
            Map.entry("Result.nameEn", "Building permit"),
            Map.entry("Result.type", "LICENCE"),
            Map.entry("field", "Hoạt động xây dựng"),
            Map.entry("fieldEn", "Construction"),
            Map.entry("name", "Ủy ban nhân dân phường Xuân Hương - Đà Lạt"),
            Map.entry("nameEn", "People's Committee of Xuân Hương - Đà Lạt Ward"),
            Map.entry("systemOfRecord", "PROVINCE"),
            Map.entry("sources", "Nghị định 175/2024/NĐ-CP"),
            Map.entry("unsourced", "steps.budgetHours"),
            Map.entry("groundVi", "Nghị định 118/2025/NĐ-CP, Điều 17"),
            Map.entry("groundEn", "Decree 118/2025/ND-CP, article 17"),
            Map.entry("PauseGround.reason", "SUPPLEMENT"),
            Map.entry("Lookup.number", "LD7K2M9QXA"),
            Map.entry("ResultIssued.number", "118/GPXD-2026"),
            Map.entry("resultNumber", "118/GPXD-2026"),
            Map.entry("stream", "dossier-" + DOSSIER),
            Map.entry("consumer", "dossiers"),
            Map.entry("service", "intake"),
            Map.entry("identifier", "RR123456785VN"),
            Map.entry("itemIds", "6f1d1d5e-0a5c-4c5a-8a53-0f6f4b8a2c10"),
            Map.entry("itemId", "6f1d1d5e-0a5c-4c5a-8a53-0f6f4b8a2c10"),
            Map.entry("scanId", "device-17/42"),
            Map.entry("point", "670000"),
            Map.entry("device", "device-17"),
            Map.entry("agency", "24778@2025-07-01"),
            Map.entry("unit", "24778@2025-07-01"),
            Map.entry("toUnit", "24778@2025-07-01"),
            Map.entry("parent", "68@2025-07-01"),
            Map.entry("step", "tham-dinh"),
            Map.entry("fromStep", "tham-dinh"),
            Map.entry("toStep", "tham-dinh"),
            Map.entry("recordId", "row-2041"),
            Map.entry("agencyLabel", "Group 1"),
            Map.entry("resource", "Resource21"),
            Map.entry("source", "live"),
            Map.entry("Imported.source", "wabo"),
            Map.entry("externalId", "case-10011"),
            Map.entry("portalCode", "G22.99-260302-0042"),
            Map.entry("note", "Đủ điều kiện"),
            Map.entry("relation", "OWNER"),
            Map.entry("paperShown", "CCCD"),
            Map.entry("calendarVersion", "default-2026.2"),
            Map.entry("reason", "Thiếu bản vẽ thiết kế"),
            Map.entry("ground", "Nghị định 118/2025/NĐ-CP, Điều 17"),
            Map.entry("secretHash", "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="),
            Map.entry("contentHash", HASH),
            Map.entry("signatureHash", HASH),
            Map.entry("photoHash", HASH),
            Map.entry("office", "LDG-0001"),
            Map.entry("carrierCode", "EMSVN:6"),
            Map.entry("cipher", CIPHER),
            Map.entry("wrapped", CIPHER),
            Map.entry("areaUplift", "MOUNTAIN"),
            Map.entry("ends", "tthc.dossier"));

    private Examples() {}

    static Object of(Class<?> shape) {
        return built(shape);
    }

    private static Object value(Type type, String owner, String name) {
        return switch (type) {
            case Class<?> plain -> value(plain, owner, name);
            case ParameterizedType many -> container(many, owner, name);
            default -> throw new IllegalStateException("no example of a " + type + " called " + name);
        };
    }

    private static Object value(Class<?> type, String owner, String name) {
        if (type.isRecord()) {
            return type == Sealed.class ? new Sealed(PERSON, CIPHER) : built(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> TEXTS.getOrDefault(owner + "." + name, TEXTS.getOrDefault(name, name));
            case "Instant" -> name.equals("dueAt") ? AT.plusSeconds(30L * 86_400) : AT;
            case "LocalDate" -> LocalDate.of(name.equals("validTo") ? 2099 : 2025, 7, 1);
            case "LocalTime" -> LocalTime.of(15, 0);
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "boolean", "Boolean" -> false;
            default -> throw new IllegalStateException("no example of a " + type + " called " + name);
        };
    }

    private static Object container(ParameterizedType many, String owner, String name) {
        Type[] of = many.getActualTypeArguments();
        Class<?> raw = (Class<?>) many.getRawType();
        if (raw == List.class) {
            return List.of(value(of[0], owner, name));
        }
        if (raw == Set.class) {
            return Set.of(value(of[0], owner, name));
        }
        if (raw == Map.class) {
            return Map.of(value(of[0], owner, name), value(of[1], owner, name));
        }
        throw new IllegalStateException("no example of a " + many + " called " + name);
    }

    private static Object built(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), record.getSimpleName(), component.getName()))
                .toArray();
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + record, e);
        }
    }
}
