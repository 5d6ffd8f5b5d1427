package vn.tthc.processing.http;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tthc.contracts.Role;
import vn.tthc.platform.api.ApiContract;
import vn.tthc.platform.api.ApiFuzz;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.platform.api.HttpLine;
import vn.tthc.processing.domain.Flows;

class ApiTest extends RunningService implements ApiContract {
    @LocalServerPort
    private int own;

    @Override
    public String service() {
        return "processing";
    }

    @Override
    public Exchange.Line line() {
        return new HttpLine(own);
    }

    @Override
    public void examples(ExampleBook book) {
        new Examples(book, this).run();
        CommonExamples.files(book, as(Flows.COMMUNE.id(), Role.CASE_OFFICER).token());
        CommonExamples.run(
                book,
                as(null, Role.ADMINISTRATOR).token(),
                as(null, Role.INSPECTOR).token());
    }

    @Override
    public List<String> tokens() {
        return Stream.of(Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK)
                .map(role -> as(Flows.COMMUNE.id(), role).token())
                .toList();
    }

    @Override
    public ApiFuzz among(ApiFuzz fuzz) {
        return fuzz.reserve("postAbsences", as(null, Role.IMPORTER).token());
    }
}
