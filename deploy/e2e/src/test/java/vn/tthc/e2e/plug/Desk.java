package vn.tthc.e2e.plug;

import java.util.Optional;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;
import vn.tthc.local.token.Person;

/**
 * What every walk uses.
 *
 * @param courier sends requests
 * @param services where they go
 * @param staff in whose name
 */
record Desk(Courier courier, Services services, Staff staff) {

    Call intake(String path, Person by) {
        return services.intake("/api/v1/dossiers" + path, staff.token(by));
    }

    Call processing(String path, Person by) {
        return services.processing("/api/v1/cases/" + path, staff.token(by));
    }

    Call postal(String path, Person by) {
        return services.postal("/api/v1/items" + path, staff.token(by));
    }

    Call query(String path) {
        return services.query(path, staff.token(staff.inspector()));
    }

    /** What is there now; empty while it is not there or nobody answers. */
    Optional<Answer> look(Call call) throws InterruptedException {
        return switch (courier.send(call)) {
            case Courier.Settled settled when settled.answer().ok() -> Optional.of(settled.answer());
            case Courier.Settled settled when settled.answer().status() == 404 -> Optional.empty();
            case Courier.Settled settled ->
                throw new AssertionError(
                        "GET " + call.uri().getPath() + ": " + settled.answer().complaint());
            case Courier.Open open -> Optional.empty();
        };
    }
}
