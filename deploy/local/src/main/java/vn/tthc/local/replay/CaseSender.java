package vn.tthc.local.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Api;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;

/** Sends one case after the other's answer: its reception to intake, its steps and its end to processing. */
final class CaseSender {
    private final Api api;
    private final Services services;
    private final String token;
    private final Source source;
    private final Tally tally;

    /**
     * Where cases come from.
     *
     * @param name source name; with the case id it is the identity of a dossier
     * @param procedure code of the procedure they are filed under
     */
    record Source(String name, String procedure) {}

    CaseSender(Api api, Services services, String token, Source source, Tally tally) {
        this.api = api;
        this.services = services;
        this.token = token;
        this.source = source;
        this.tally = tally;
    }

    /**
     * Sends what belongs to a case.
     *
     * @throws vn.tthc.local.http.ServiceAway when a service stays away; what was sent before counts
     */
    void send(CasePlan plan) throws InterruptedException {
        LogRow reception = plan.reception();
        Optional<Answer> imported = sent(
                services.intake("/api/v1/imports", token).posting(importOf(plan)),
                reception.line(),
                "the dossier " + reception.caseId());
        if (imported.isEmpty()) {
            return;
        }
        tally.received(plan, imported.get().repeated());
        String path = "/api/v1/cases/" + imported.get().json().path("dossierId").asString();
        String position = imported.get().position();
        List<LogRow> recorded = new ArrayList<>();
        for (LogRow row : plan.steps()) {
            Call call = services.processing(path + "/recorded-steps", token)
                    .posting(stepOf(row))
                    .with("Tthc-Position", position);
            Optional<Answer> answer = sent(call, row.line(), "the step " + row.instance() + " of " + row.caseId());
            if (answer.isPresent()) {
                tally.recorded(answer.get().repeated());
                recorded.add(row);
            }
        }
        if (plan.end().isPresent()) {
            Call call = services.processing(path + "/finishes", token)
                    .posting(Map.of("endedAt", plan.end().get().toString()))
                    .with("Tthc-Position", position);
            sent(call, reception.line(), "the end of " + reception.caseId())
                    .ifPresent(answer -> tally.finished(plan, recorded, answer.repeated()));
        }
    }

    private Optional<Answer> sent(Call call, int line, String what) throws InterruptedException {
        Answer answer = api.send(call);
        if (answer.ok()) {
            return Optional.of(answer);
        }
        boolean conflict = answer.status() == 409;
        tally.complain(new Complaint(
                line,
                conflict ? Complaint.Kind.CONFLICT : Complaint.Kind.REFUSED,
                what + (conflict ? " is held with other content: " : " is not accepted: ") + answer.complaint()));
        return Optional.empty();
    }

    private Map<String, Object> importOf(CasePlan plan) {
        LogRow row = plan.reception();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("source", source.name());
        body.put("externalId", row.caseId());
        body.put("procedure", source.procedure());
        body.put("channel", row.channel());
        body.put("receivedAt", row.at().toString());
        plan.deadline().map(Instant::toString).ifPresent(due -> body.put("dueAt", due));
        put(body, "agencyLabel", row.department().isEmpty() ? row.group() : row.department());
        return body;
    }

    private static Map<String, Object> stepOf(LogRow row) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("recordId", row.instance());
        body.put("name", row.activity());
        put(body, "agencyLabel", row.group());
        put(body, "resource", row.resource());
        body.put("occurredAt", row.at().toString());
        return body;
    }

    private static void put(Map<String, Object> body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, value);
        }
    }
}
