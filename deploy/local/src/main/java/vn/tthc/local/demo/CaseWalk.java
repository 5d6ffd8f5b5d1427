package vn.tthc.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/** Works on a case as its officers would: looks at what may be done, and does it as whoever may. */
final class CaseWalk {
    private static final int MOST_ACTS = 100;
    private static final int MOST_LOOKS = 5;
    private static final List<String> PREFERRED =
            List.of("ACCEPT_CUSTODY", "SIGN", "ISSUE", "COMPLETE_STEP", "FORWARD", "FINISH");

    /** The acts worth a line. */
    private static final Map<String, String> TOLD = Map.of(
            "ACCEPT_CUSTODY", "nhận / accepted",
            "SIGN", "ký / signed",
            "ISSUE", "phát hành / issued",
            "FINISH", "kết thúc xử lý / finished");

    private final Desk desk;
    private final Consumer<String> say;

    CaseWalk(Desk desk, Consumer<String> say) {
        this.desk = desk;
        this.say = say;
    }

    /**
     * Works until the case is finished.
     *
     * @param position where the hand-over can be found
     * @return where the finish can be found
     */
    String finish(Slip slip, String position) throws InterruptedException {
        String last = position;
        for (int i = 0; i < MOST_ACTS; i++) {
            Answer seen = seen(slip, last);
            if (seen.json().path("endedAt").isString()) {
                return last;
            }
            last = act(slip, seen, next(seen.json()));
        }
        throw new Failure("the case of dossier " + slip.dossierId() + " does not come to its end.");
    }

    /** Accepts the papers for the first agency and leaves it there. */
    String accept(Slip slip, String position) throws InterruptedException {
        return act(slip, seen(slip, position), "ACCEPT_CUSTODY");
    }

    private Answer seen(Slip slip, String position) throws InterruptedException {
        return desk.read(
                desk.services().processing("/api/v1/cases/" + slip.dossierId(), desk.as("inspector")), position);
    }

    private static String next(JsonNode seen) {
        List<String> possible = seen.path("next")
                .valueStream()
                .map(act -> act.path("act").asString())
                .toList();
        return PREFERRED.stream()
                .filter(possible::contains)
                .findFirst()
                .orElseThrow(() -> new Failure("nothing can be done with the case but " + possible + "."));
    }

    private String act(Slip slip, Answer seen, String act) throws InterruptedException {
        JsonNode step = seen.json().path("step");
        String name = step.path("id").asString();
        String agency = seen.json().path("custody").path("agency").path("id").asString();
        String path = "/api/v1/cases/" + slip.dossierId();
        String token = desk.as(step.path("role").asString(), agency);
        if (TOLD.containsKey(act)) {
            say.accept(String.format("    %-26s %s (%s)", TOLD.get(act), agencyName(seen.json()), name));
        }
        Call call = desk.services().processing(path + "/" + resource(act, name), token);
        Object body = act.equals("ISSUE") ? number(slip) : Map.of();
        Answer current = seen;
        for (int i = 0; i < MOST_LOOKS; i++) {
            Optional<Answer> done = desk.decideUnlessStale(call, body, current);
            if (done.isPresent()) {
                return done.get().position();
            }
            current = seen(slip, "");
        }
        throw new Failure("the case of dossier " + slip.dossierId() + " changes faster than anybody can decide.");
    }

    private static String agencyName(JsonNode seen) {
        return seen.path("custody").path("agency").path("name").path("vi").asString();
    }

    private static String resource(String act, String step) {
        return switch (act) {
            case "ACCEPT_CUSTODY" -> "acceptances";
            case "SIGN" -> "signatures";
            case "ISSUE" -> "issues";
            case "COMPLETE_STEP" -> "steps/" + step + "/completions";
            case "FORWARD" -> "forwards";
            case "FINISH" -> "finishes";
            default -> throw new IllegalArgumentException(act);
        };
    }

    private static Map<String, Object> number(Slip slip) {
        return Map.of("number", "DEMO-" + slip.dossierId().substring(0, 8));
    }
}
