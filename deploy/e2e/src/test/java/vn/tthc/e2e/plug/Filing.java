package vn.tthc.e2e.plug;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.tthc.local.http.Answer;
import vn.tthc.local.token.Person;

/** At the counter of a ward: filing, reception or its refusal, hand-over. The applicants are invented. */
final class Filing implements Walk.Stage, Walk.Answered {
    /** One goes through four levels, the others stay in the ward. */
    private static final List<String> PROCEDURES = List.of("1.010778", "2.000908", "1.001193");

    private static final int RECEIVED = 2;
    private static final int NOT_RECEIVED = 3;

    private final Walk walk;
    private final Desk desk;
    private final Person officer;
    private String dossierId = "";

    Filing(Walk walk) {
        this.walk = walk;
        this.desk = walk.desk();
        this.officer = desk.staff().officer();
    }

    @Override
    public Walk.Move next() throws InterruptedException {
        if (dossierId.isEmpty()) {
            return new Walk.Move(walk.order(Order.Kind.SUBMIT, desk.intake("", officer), dossier(), officer), this);
        }
        Optional<Answer> seen = desk.look(desk.intake("/" + dossierId, officer));
        if (seen.isEmpty()) {
            return Walk.Move.WAIT;
        }
        // An order that had been in doubt may have been done after all.
        int status = seen.get().json().path("status").path("code").asInt();
        if (status == NOT_RECEIVED) {
            return Walk.Move.OVER;
        }
        if (seen.get().json().path("handedOver").asBoolean()) {
            return new CaseWork(walk, dossierId).next();
        }
        return status == RECEIVED ? handOver(seen.get()) : receive(seen.get());
    }

    private Walk.Move receive(Answer seen) {
        if (walk.random().nextInt(12) == 0) {
            Map<String, Object> why = Map.of("reason", "Thiếu giấy tờ (thử)", "ground", "Thử nghiệm");
            return new Walk.Move(decision(Order.Kind.REFUSE, "/reception-refusals", why, seen), null);
        }
        return new Walk.Move(decision(Order.Kind.RECEIVE, "/receptions", Walk.NOTHING, seen), this);
    }

    private Walk.Move handOver(Answer seen) {
        return new Walk.Move(
                decision(Order.Kind.HAND_OVER, "/hand-overs", Walk.NOTHING, seen), new CaseWork(walk, dossierId));
    }

    private Order decision(Order.Kind kind, String path, Map<String, Object> body, Answer seen) {
        return walk.order(
                kind, desk.intake("/" + dossierId + path, officer).with("If-Match", seen.etag()), body, officer);
    }

    @Override
    public void answered(Answer answer) {
        if (dossierId.isEmpty()) {
            dossierId = Objects.requireNonNull(answer.json().path("dossierId").asString());
        }
    }

    private Map<String, Object> dossier() {
        boolean byPost = walk.random().nextBoolean();
        String nobody = new UUID(walk.random().nextLong(), walk.random().nextLong()).toString();
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("procedure", PROCEDURES.get(walk.random().nextInt(PROCEDURES.size())));
        dossier.put("channel", "COUNTER");
        dossier.put("receivingAgency", Staff.WARD);
        dossier.put("competentAgency", Staff.WARD);
        dossier.put("applicant", Map.of("name", "Người thử " + nobody.substring(0, 8), "phone", "0000000000"));
        dossier.put(
                "returnBy",
                byPost
                        ? Map.of("way", "POST", "unit", Staff.WARD, "address", "Số 1 (địa chỉ giả định)")
                        : Map.of("way", "COUNTER"));
        return dossier;
    }
}
