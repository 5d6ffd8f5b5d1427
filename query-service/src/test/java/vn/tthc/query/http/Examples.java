package vn.tthc.query.http;

import java.time.Instant;
import java.util.function.Consumer;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.operation.OperationEvent;
import vn.tthc.contracts.operation.OperationEvent.ErasureGround;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.query.Agencies;
import vn.tthc.query.Received;
import vn.tthc.query.Story;

/** Every question to query-service once with a good answer: a dossier in work, and its person. */
final class Examples {
    private static final String NAME = "Nguyễn Thị Bình An";
    private static final String NUMBER = "068199000309";
    private static final String WHY = "\"purpose\": \"COMPLAINT\", \"reference\": \"7/KN\"";

    private final ExampleBook book;
    private final PersonVault vault;
    private final Consumer<Story> views;
    private final Consumer<ReceivedEvent> persons;
    private final String officer = QueryServiceSlice.token(Role.RECEPTION_OFFICER, Agencies.XA.id());
    private final String leader = QueryServiceSlice.token(Role.AGENCY_LEADER, Agencies.XA.id());

    /**
     * Examples.
     *
     * @param views takes a story into the views of dossiers
     * @param persons takes an event into the view of persons
     */
    Examples(ExampleBook book, PersonVault vault, Consumer<Story> views, Consumer<ReceivedEvent> persons) {
        this.book = book;
        this.vault = vault;
        this.views = views;
        this.persons = persons;
    }

    void run() {
        Story story = filed();
        lookedUp(story);
        dossiers(story);
        persons(story);
        reconciled(story);
        worklists();
        erased();
        book.call("getStatistics").as(leader).succeeds(200);
        book.call("getStatistics").as(leader).with("month", "3").refused(400, "QUERY_NOT_SERVED");
    }

    private Story filed() {
        String id = "0190f3b2-0000-7000-8000-00000000a001";
        String person = vault.newPerson();
        Story story = Story.of(id)
                .applicant(
                        new Party(
                                person,
                                sealed(person, id, "name", NAME),
                                sealed(person, id, "identityNumber", NUMBER),
                                sealed(person, id, "phone", "0912000309"),
                                null,
                                null),
                        "filing-" + id)
                .submitted()
                .received()
                .handedOver()
                .opened()
                .accepted("tham-dinh", true)
                .processingStarted();
        views.accept(story);
        persons.accept(story.dossier().getFirst());
        return story;
    }

    private Sealed sealed(String person, String dossier, String field, String text) {
        return vault.seal(person, StreamId.dossier(dossier), "filing-" + dossier, "applicant." + field, text);
    }

    private void lookedUp(Story story) {
        Exchange.Reply found = book.call("postStatusLookups")
                .body("{\"code\": \"%s\", \"secret\": \"%s\"}".formatted(story.number(), story.secret()))
                .succeeds(200);
        if (found.text().contains(NAME)) {
            throw new AssertionError("the public is told a name");
        }
        book.call("postStatusLookups")
                .body("{\"code\": \"TC-NO-SUCH-NUMBER\", \"secret\": \"AAAA-BBBB-CCCC-DDDD\"}")
                .refused(404, "LOOKUP_FAILED");
        book.call("postStatusLookups").body("{\"code\": \"TC-1\"}").refused(400, "VALIDATION_FAILED");
    }

    private void dossiers(Story story) {
        book.call("getDossiers")
                .as(officer)
                .with("status", "4")
                .with("limit", "20")
                .succeeds(200);
        book.call("getDossiers").as(officer).with("code", story.code()).succeeds(200);
        book.call("getDossiers")
                .as(officer)
                .with("status", "4")
                .with("level", "XA")
                .with("channel", "POST")
                .with("source", "x")
                .refused(400, "QUERY_NOT_SERVED");
        book.call("getDossiersMine")
                .as(QueryServiceSlice.token(Role.CITIZEN, null))
                .with("limit", "10")
                .succeeds(200);
        book.call("getDossiersById").as(officer).with("id", story.id()).succeeds(200);
        book.call("getDossiersById")
                .as(QueryServiceSlice.token(Role.CASE_OFFICER, Agencies.ELSEWHERE.id()))
                .with("id", story.id())
                .refused(403, "FORBIDDEN");
        book.call("getDossiersByIdTimeline")
                .as(officer)
                .with("id", story.id())
                .with("limit", "10")
                .succeeds(200);
        book.call("getDossiersByIdTimeline")
                .as(officer)
                .with("id", story.id())
                .with("limit", "0")
                .refused(400, "VALIDATION_FAILED");
    }

    private void persons(Story story) {
        book.call("getDossiersByIdPersons").as(officer).with("id", story.id()).succeeds(200);
        book.call("postDossiersByIdDisclosures")
                .as(officer)
                .with("id", story.id())
                .body("{" + WHY + "}")
                .succeeds(200);
        book.call("postDossierSearches")
                .as(officer)
                .body("{\"identityNumber\": \"" + NUMBER + "\", " + WHY + "}")
                .succeeds(200);
        book.call("postDossierSearches").as(officer).body("{" + WHY + "}").refused(400, "VALIDATION_FAILED");
    }

    private void reconciled(Story story) {
        String list = """
                {"from": "2026-03-01T00:00:00+07:00", "to": "%s", "takenAt": "2026-03-04T06:00:00+07:00",
                 "dossiers": [{"code": "%s", "status": 2}, {"code": "G22.99.9-260302-0009", "status": 1}]}""";
        book.call("postReconciliations")
                .as(leader)
                .body(list.formatted("2026-03-08T00:00:00+07:00", story.code()))
                .succeeds(200);
        book.call("postReconciliations")
                .as(leader)
                .body(list.formatted("2026-05-08T00:00:00+07:00", story.code()))
                .refused(400, "VALIDATION_FAILED");
    }

    private void worklists() {
        book.call("getWorklistsMine").as(officer).with("limit", "20").succeeds(200);
        book.call("getWorklistsQueue")
                .as(officer)
                .with("kind", "ONE_STOP")
                .with("agency", Agencies.XA.id())
                .succeeds(200);
        for (String late : new String[] {"Nearing", "Overdue", "Unacknowledged"}) {
            book.call("getWorklists" + late)
                    .as(officer)
                    .with("agency", Agencies.XA.id())
                    .succeeds(200);
        }
    }

    private void erased() {
        String person = vault.newPerson();
        persons.accept(Received.of(
                new StreamId(StreamType.OPERATION, "intake.erasure." + person),
                1,
                new OperationEvent.PersonErased(
                        Instant.parse("2026-03-05T00:00:00Z"), person, ErasureGround.PURPOSE_ENDED, "12/QĐ-UBND"),
                "erase"));
        book.call("getErasuresByPerson").as(leader).with("person", person).succeeds(200);
        book.call("getErasuresByPerson").as(leader).with("person", "nobody").refused(404, "NOT_FOUND");
    }
}
