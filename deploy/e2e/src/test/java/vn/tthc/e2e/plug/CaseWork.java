package vn.tthc.e2e.plug;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.token.Person;

/** With the agencies of the flow: at each look one of the acts the case itself names, now and then a step outside it. */
final class CaseWork implements Walk.Stage {
    private static final List<String> ACTS =
            List.of("ACCEPT_CUSTODY", "SIGN", "ISSUE", "COMPLETE_STEP", "FORWARD", "FINISH");
    private static final int MOST_SENT_BACK = 2;

    private final Walk walk;
    private final Desk desk;
    private final String dossierId;
    private int sentBack;

    CaseWork(Walk walk, String dossierId) {
        this.walk = walk;
        this.desk = walk.desk();
        this.dossierId = dossierId;
    }

    @Override
    public Walk.Move next() throws InterruptedException {
        Optional<Answer> seen =
                desk.look(desk.processing(dossierId, desk.staff().inspector()));
        if (seen.isEmpty()) {
            return Walk.Move.WAIT;
        }
        JsonNode state = seen.get().json();
        if (state.path("endedAt").isString()) {
            return new Returning(walk, dossierId).next();
        }
        int chance = walk.random().nextInt(100);
        if (chance < 12) {
            return recordStep(state);
        }
        if (chance < 18 && sentBack < MOST_SENT_BACK) {
            Optional<String> target = sendBackTarget(state);
            if (target.isPresent()) {
                sentBack++;
                return sendBack(seen.get(), target.get());
            }
        }
        return act(seen.get(), state);
    }

    private Walk.Move act(Answer seen, JsonNode state) {
        List<String> possible = state.path("next")
                .valueStream()
                .map(act -> act.path("act").asString())
                .toList();
        String act = ACTS.stream()
                .filter(possible::contains)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing can be done with case " + dossierId));
        Order.Kind kind = Order.Kind.valueOf(act);
        Map<String, Object> body = kind == Order.Kind.ISSUE ? Map.of("number", "THU-" + walk.factName()) : Walk.NOTHING;
        return decision(kind, resource(kind, state), body, seen, worker(state));
    }

    private static String resource(Order.Kind kind, JsonNode state) {
        return switch (kind) {
            case ACCEPT_CUSTODY -> "acceptances";
            case COMPLETE_STEP -> "steps/" + state.path("step").path("id").asString() + "/completions";
            case FORWARD -> "forwards";
            case SIGN -> "signatures";
            case ISSUE -> "issues";
            case FINISH -> "finishes";
            case SUBMIT, RECEIVE, REFUSE, HAND_OVER, SEND_BACK, RECORD_STEP, ACCEPT_RESULT, RETURN, SCAN, DELIVER ->
                throw new IllegalArgumentException(kind.name());
        };
    }

    private Person worker(JsonNode state) {
        return desk.staff()
                .at(
                        state.path("step").path("role").asString(),
                        state.path("custody").path("agency").path("id").asString());
    }

    private Walk.Move recordStep(JsonNode state) {
        String record = walk.factName();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("recordId", record);
        body.put("name", "Bước ngoài quy trình (thử)");
        Person clerk = desk.staff()
                .at(
                        "CASE_OFFICER",
                        state.path("custody").path("agency").path("id").asString());
        Call call = desk.processing(dossierId + "/recorded-steps", clerk);
        return new Walk.Move(walk.named(Order.Kind.RECORD_STEP, call, body, clerk, record), this);
    }

    private static Optional<String> sendBackTarget(JsonNode state) {
        return state.path("next")
                .valueStream()
                .filter(act -> act.path("act").asString().equals("SEND_BACK"))
                .map(act -> act.path("toSteps").path(0).asString())
                .findFirst();
    }

    private Walk.Move sendBack(Answer seen, String step) {
        return decision(
                Order.Kind.SEND_BACK,
                "send-backs",
                Map.of("toStep", step, "reason", "Bổ sung ý kiến (thử)"),
                seen,
                worker(seen.json()));
    }

    private Walk.Move decision(Order.Kind kind, String path, Map<String, Object> body, Answer seen, Person by) {
        Call call = desk.processing(dossierId + "/" + path, by).with("If-Match", seen.etag());
        return new Walk.Move(walk.order(kind, call, body, by), this);
    }
}
