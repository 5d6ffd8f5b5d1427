package vn.tthc.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tthc.local.http.Answer;

/**
 * A dossier of 2024, when there still was a huyện: it went through xã, huyện, tỉnh and trung ương and is brought in with
 * its own dates and the agencies of that time. Invented, except for the agencies. Brought in again it stays as it is.
 */
final class OldDossier {
    private static final String SOURCE = "lam-dong-2024";
    private static final String NAME = "demo-ba-me-vnah-2024-0001";
    private static final String WARD = "24784@origin";

    private record Step(String id, String at, String what, String agency, String agencyName, String level) {}

    private static final List<Step> STEPS = List.of(
            new Step("1", "2024-03-06T09:10:00+07:00", "Xét, lập danh sách", WARD, "Phường 1", "XA"),
            new Step("2", "2024-03-11T15:30:00+07:00", "Ký tờ trình", WARD, "Phường 1", "XA"),
            new Step("3", "2024-03-18T10:00:00+07:00", "Thẩm định", "672@origin", "Thành phố Đà Lạt", "HUYEN"),
            new Step("4", "2024-03-25T16:00:00+07:00", "Ký tờ trình", "672@origin", "Thành phố Đà Lạt", "HUYEN"),
            new Step(
                    "5",
                    "2024-04-08T11:00:00+07:00",
                    "Thẩm định",
                    "68-SNV@origin",
                    "Sở Nội vụ tỉnh Lâm Đồng (cũ)",
                    "TINH"),
            new Step("6", "2024-04-16T14:20:00+07:00", "Ký tờ trình", "68@origin", "Tỉnh Lâm Đồng", "TINH"),
            new Step("7", "2024-05-06T09:45:00+07:00", "Thẩm định, trình ký", "G09@origin", "Bộ Nội vụ", "TRUNG_UONG"));

    private final Desk desk;

    OldDossier(Desk desk) {
        this.desk = desk;
    }

    /** Brings it in. */
    Slip bringIn() throws InterruptedException {
        String importer = desk.as("importer");
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("source", SOURCE);
        dossier.put("externalId", NAME);
        dossier.put("procedure", "2.001190");
        dossier.put("channel", "COUNTER");
        dossier.put("receivedAt", "2024-03-05T08:30:00+07:00");
        dossier.put("dueAt", "2024-05-14T17:00:00+07:00");
        dossier.put("agency", WARD);
        Answer imported = desk.create(desk.services().intake("/api/v1/imports", importer), dossier);
        Slip slip = Slip.of(imported);
        String path = "/api/v1/cases/" + slip.dossierId();
        for (Step step : STEPS) {
            desk.create(
                    desk.services()
                            .processing(path + "/recorded-steps", importer)
                            .with("Tthc-Position", imported.position()),
                    body(step));
        }
        desk.create(
                desk.services().processing(path + "/finishes", importer),
                Map.of("endedAt", "2024-05-10T15:00:00+07:00"));
        return slip;
    }

    private static Map<String, Object> body(Step step) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("recordId", step.id());
        body.put("name", step.what());
        body.put("agency", step.agency());
        body.put("agencyName", step.agencyName());
        body.put("level", step.level());
        body.put("occurredAt", step.at());
        return body;
    }
}
