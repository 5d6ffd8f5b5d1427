package vn.tthc.local.demo;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import vn.tthc.local.Failure;
import vn.tthc.local.Json;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Api;
import vn.tthc.local.http.ServiceAway;
import vn.tthc.local.http.Services;
import vn.tthc.local.token.People;
import vn.tthc.local.token.Tokens;

/** Dossiers of Lâm Đồng: an old one brought in, others of today worked on as their officers would. */
public final class Demo {
    private static final int RETURNED = 10;
    private static final String LOOKUPS = "/api/v1/status-lookups";

    private final Services services;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Consumer<String> say;

    public Demo(Services services, Tokens tokens, InstantSource clock, Consumer<String> say) {
        this.services = services;
        this.tokens = tokens;
        this.clock = clock;
        this.say = say;
    }

    /**
     * What opens each dossier, and what was said to a hand-over to a huyện.
     *
     * @param old the one of 2024
     * @param byPost returned by post
     * @param atCounter returned at the counter
     * @param inWork with the ward, being worked on
     * @param huyenToday code of the refusal
     */
    public record Told(Slip old, Slip byPost, Slip atCounter, Slip inWork, String huyenToday) {}

    /**
     * Runs it.
     *
     * @throws Failure when a service refuses or stays away
     */
    public Told run() throws InterruptedException {
        try (Api api = new Api()) {
            Desk desk = new Desk(
                    api, services, People.load(), tokens, UUID.randomUUID().toString());
            return run(desk);
        } catch (ServiceAway e) {
            throw new Failure(Failure.TRY_AGAIN, e.getMessage() + ".");
        }
    }

    private Told run(Desk desk) throws InterruptedException {
        OneStop oneStop = new OneStop(desk);
        CaseWalk walk = new CaseWalk(desk, say);

        say.accept("  Hồ sơ năm 2024 qua xã, huyện, tỉnh, trung ương / a dossier of 2024 through four levels");
        Slip old = new OldDossier(desk).bringIn();

        say.accept("  Hôm nay, trả qua bưu chính / today, returned by post");
        Slip posted = oneStop.receive("Nguyễn Văn Thử", true);
        String accepted = oneStop.acceptResult(posted, walk.finish(posted, oneStop.handOver(posted)));
        String delivered = new PostWalk(desk, clock, say).deliver(posted, "Nguyễn Thị Thử", accepted);
        returned(desk, oneStop, posted, delivered);

        say.accept("  Hôm nay, trả tại quầy / today, returned at the counter");
        Slip counter = oneStop.receive("Trần Thị Nghiệm", false);
        oneStop.acceptResult(counter, walk.finish(counter, oneStop.handOver(counter)));
        returned(desk, oneStop, counter, oneStop.giveBack(counter, "Trần Thị Nghiệm"));

        say.accept("  Hôm nay, giao cho huyện / today, given to a huyện");
        Slip waiting = oneStop.receive("Lê Văn Mẫu", false);
        Answer refusal = oneStop.handOverToHuyen(waiting);
        if (refusal.status() != 409) {
            throw new Failure("a hand-over to a huyện was not refused today: " + refusal.complaint() + ".");
        }
        say.accept("    409 " + refusal.complaint());
        walk.accept(waiting, oneStop.handOver(waiting));
        return new Told(old, posted, counter, waiting, refusal.problem());
    }

    /** Shows that the applicant has the result, in intake and, with number and secret, in the views. */
    private void returned(Desk desk, OneStop oneStop, Slip slip, String position) throws InterruptedException {
        Answer dossier = oneStop.dossier(slip, position);
        Answer lookup = desk.ask(services.query(LOOKUPS, ""), question(slip), dossier.position());
        for (Answer answer : List.of(dossier, lookup)) {
            int status = answer.json().path("status").path("code").asInt();
            if (status != RETURNED) {
                throw new Failure(
                        "dossier " + slip.dossierId() + " has status " + status + " instead of " + RETURNED + ".");
            }
        }
        say.accept("    trạng thái / status " + RETURNED + ": "
                + lookup.json().path("status").path("vi").asString());
    }

    private static Map<String, String> question(Slip slip) {
        return Map.of("code", slip.number(), "secret", slip.secret());
    }

    /** What to open and what to type now. */
    public String ending(Told told, int intakePort) {
        Slip slip = told.byPost();
        String lookup = services.query(LOOKUPS, "").uri().toString();
        String question = Json.write(question(slip));
        StringBuilder text = new StringBuilder("\nMở trang tra cứu / open the status page:\n");
        for (Slip each : List.of(told.byPost(), told.atCounter(), told.inWork(), told.old())) {
            text.append("  ").append(each.statusUrl()).append('\n');
        }
        text.append("\nAPI:\n");
        for (int port = intakePort; port < intakePort + 4; port++) {
            text.append("  http://127.0.0.1:").append(port).append("/swagger-ui/index.html\n");
        }
        return text.append("\nThử / try:\n  curl -s ")
                .append(lookup)
                .append(" -H 'Content-Type: application/json' -d '")
                .append(question)
                .append("'\n\n./tthc statistics, ./tthc token officer-xa, ./tthc status, ./tthc down")
                .toString();
    }
}
