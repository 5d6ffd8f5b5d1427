package vn.tthc.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;

/**
 * One dossier from the counter to the issue of its result, a command at a time, at a ward. Every command follows from
 * the answer to the one before: nothing is read in between, unless a timer has moved the case on meanwhile.
 */
final class Story {
    /** The commands in their order; the shortest flow that ships has four steps of work between receipt and issue. */
    static final List<Kind> COMMANDS = List.of(
            Kind.SUBMIT,
            Kind.RECEIVE,
            Kind.HAND_OVER,
            Kind.ACCEPT,
            Kind.STEP,
            Kind.STEP,
            Kind.STEP,
            Kind.STEP,
            Kind.ISSUE);

    private static final String WARD = "24781@2025-07-01";
    private static final String PROCEDURE = "2.000908";
    private static final String FIRST_STEP = "tham-dinh";

    private final Services services;
    private final Clerks clerks;
    private final String name;
    private int next;
    private int looks;
    private String dossierId = "";
    private String etag = "";
    private String position = "";

    /** A command's kind. */
    enum Kind {
        SUBMIT,
        RECEIVE,
        HAND_OVER,
        ACCEPT,
        STEP,
        ISSUE
    }

    /**
     * A story that has not begun.
     *
     * @param name unique among all stories ever sent to this system
     */
    Story(Services services, Clerks clerks, String name) {
        this.services = services;
        this.clerks = clerks;
        this.name = name;
    }

    boolean over() {
        return next == COMMANDS.size();
    }

    Kind kind() {
        return COMMANDS.get(next);
    }

    /** The next command. */
    Call command() {
        Call call = switch (next) {
            case 0 -> intake("", Clerks.OFFICER).posting(dossier());
            case 1 -> intake("/receptions", Clerks.OFFICER).posting(Map.of());
            case 2 -> intake("/hand-overs", Clerks.OFFICER).posting(Map.of());
            case 3 -> work("acceptances", Clerks.CASE_OFFICER);
            case 4 -> work("steps/" + FIRST_STEP + "/completions", Clerks.CASE_OFFICER);
            case 5 -> work("forwards", Clerks.CASE_OFFICER);
            case 6 -> work("signatures", Clerks.LEADER);
            case 7 -> work("forwards", Clerks.LEADER);
            default -> processing("issues", Clerks.RECORDS_CLERK).posting(Map.of("number", name));
        };
        return call.with("Idempotency-Key", name + "-" + next + "-" + looks).with("If-Match", etag);
    }

    /** The case as it is now, to be asked for when an answer said that it had moved on. */
    Call lookAgain() {
        return services.processing("/api/v1/cases/" + dossierId, clerks.token(Clerks.CASE_OFFICER));
    }

    /** Takes the answer to {@link #lookAgain()}: the same command may be given once more. */
    void looked(Answer seen) {
        etag = seen.etag();
        looks++;
    }

    /** Takes the answer to {@link #command()}, which must be a good one. */
    void answered(Answer answer) {
        if (next == 0) {
            dossierId = answer.json().path("dossierId").asString();
        }
        // What processing makes of a hand-over is the first version of a case.
        etag = kind() == Kind.HAND_OVER ? "\"case-1\"" : answer.etag();
        position = answer.position();
        next++;
    }

    /** The dossier's view, to be answered once it shows the last command. */
    Call view() {
        return services.query("/api/v1/dossiers/" + dossierId, clerks.token(Clerks.INSPECTOR))
                .with("Tthc-Position", position);
    }

    private Call intake(String path, String by) {
        String id = dossierId.isEmpty() ? "" : "/" + dossierId;
        return services.intake("/api/v1/dossiers" + id + path, clerks.token(by));
    }

    private Call processing(String path, String by) {
        return services.processing("/api/v1/cases/" + dossierId + "/" + path, clerks.token(by));
    }

    private Call work(String path, String by) {
        Call call = processing(path, by).posting(Map.of());
        return kind() == Kind.ACCEPT ? call.with("Tthc-Position", position) : call;
    }

    private Map<String, Object> dossier() {
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("procedure", PROCEDURE);
        dossier.put("channel", "COUNTER");
        dossier.put("receivingAgency", WARD);
        dossier.put("competentAgency", WARD);
        dossier.put("applicant", Map.of("name", "Người đo tải " + name, "phone", "0000000000"));
        dossier.put("returnBy", Map.of("way", "COUNTER"));
        return dossier;
    }
}
