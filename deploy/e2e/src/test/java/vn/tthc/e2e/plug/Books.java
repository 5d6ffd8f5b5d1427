package vn.tthc.e2e.plug;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what {@code ./tthc verify --json} says. */
final class Books {
    private Books() {}

    static List<Finding> findings(Machine.Said said) {
        List<Finding> findings = new ArrayList<>();
        JsonNode report;
        try {
            report = said.json();
        } catch (JacksonException e) {
            findings.add(new Finding(Finding.Kind.BOOKS, "verify could not be done: " + said.err()));
            return findings;
        }
        for (JsonNode service : report.path("services")) {
            for (JsonNode difference : service.path("differences")) {
                findings.add(new Finding(
                        Finding.Kind.BOOKS,
                        difference.path("kind").asString() + " "
                                + service.path("service").asString() + " "
                                + difference.path("where").asString() + "@"
                                + difference.path("version").asLong() + ": "
                                + difference.path("detail").asString()));
            }
        }
        report.path("views")
                .forEach(view -> view.path("differences")
                        .forEach(difference ->
                                findings.add(new Finding(Finding.Kind.BOOKS, "VIEW " + difference.asString()))));
        report.path("behind").forEach(one -> findings.add(new Finding(Finding.Kind.BOOKS, "BEHIND " + one)));
        report.path("parkedDossiers").forEach(one -> findings.add(new Finding(Finding.Kind.BOOKS, "PARKED " + one)));
        if (findings.isEmpty() && !report.path("ok").asBoolean()) {
            findings.add(new Finding(Finding.Kind.BOOKS, "verify is not content: " + report + said.err()));
        }
        return findings;
    }
}
