package vn.tthc.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/** The counter of a ward: takes dossiers in and gives results out. The applicants are invented. */
final class OneStop {
    private static final String WARD = "24781@2025-07-01";
    private static final String OFFICER = "officer-xa";

    /** Re-issue of a certificate: starts at the ward, goes to the province and the Government, and comes back. */
    private static final String PROCEDURE = "1.010778";

    private final Desk desk;

    OneStop(Desk desk) {
        this.desk = desk;
    }

    /** Files a dossier at the counter and receives it. */
    Slip receive(String applicant, boolean returnByPost) throws InterruptedException {
        Map<String, Object> wish = returnByPost
                ? Map.of("way", "POST", "unit", WARD, "address", "Số 2 (địa chỉ giả định), Phường Xuân Hương - Đà Lạt")
                : Map.of("way", "COUNTER");
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("procedure", PROCEDURE);
        dossier.put("channel", "COUNTER");
        dossier.put("receivingAgency", WARD);
        dossier.put("competentAgency", WARD);
        dossier.put("applicant", Map.of("name", applicant, "identityNumber", "000000000000", "phone", "0000000000"));
        dossier.put("returnBy", wish);
        Answer filed = desk.create(desk.services().intake("/api/v1/dossiers", desk.as(OFFICER)), dossier);
        Slip slip = Slip.of(filed);
        desk.decide(call(slip, "/receptions"), Map.of(), filed);
        return slip;
    }

    /** Tries to give a dossier to a huyện, which no longer exists: answers with the refusal. */
    Answer handOverToHuyen(Slip slip) throws InterruptedException {
        return desk.attempt(call(slip, "/hand-overs"), Map.of("toAgency", "672@origin"), seen(slip, ""));
    }

    /** Gives a dossier to the agency of its first step; answers with the position of that. */
    String handOver(Slip slip) throws InterruptedException {
        return desk.decide(call(slip, "/hand-overs"), Map.of(), seen(slip, "")).position();
    }

    /** Takes the result over from the agency; answers with the position of that. */
    String acceptResult(Slip slip, String finished) throws InterruptedException {
        return desk.decide(call(slip, "/result-receptions"), Map.of(), seen(slip, finished))
                .position();
    }

    /** Gives the result to the applicant. */
    String giveBack(Slip slip, String applicant) throws InterruptedException {
        Map<String, Object> recipient = Map.of("name", applicant, "relation", "OWNER", "paperShown", "CCCD");
        return desk.decide(call(slip, "/returns"), Map.of("recipient", recipient), seen(slip, ""))
                .position();
    }

    /** The dossier once intake has seen the change at that position. */
    Answer dossier(Slip slip, String position) throws InterruptedException {
        return seen(slip, position);
    }

    private Answer seen(Slip slip, String position) throws InterruptedException {
        return desk.read(call(slip, ""), position);
    }

    private Call call(Slip slip, String more) {
        return desk.services().intake("/api/v1/dossiers/" + slip.dossierId() + more, desk.as(OFFICER));
    }
}
