package vn.tthc.query.http;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tthc.contracts.Role;
import vn.tthc.platform.api.ApiContract;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.query.Agencies;
import vn.tthc.query.person.PersonProjection;

class ApiTest extends QueryServiceSlice implements ApiContract {
    @Autowired
    private PersonProjection persons;

    @Override
    public String service() {
        return "query";
    }

    @Override
    public Exchange.Line line() {
        return new MockLine(http);
    }

    @Override
    public void examples(ExampleBook book) {
        new Examples(
                        book,
                        vault,
                        this::project,
                        event -> documents.write(writer -> {
                            persons.apply(event, writer);
                            return true;
                        }))
                .run();
        CommonExamples.run(book, token(Role.ADMINISTRATOR, null), token(Role.INSPECTOR, null));
    }

    @Override
    public List<String> tokens() {
        return List.of(
                token(Role.RECEPTION_OFFICER, Agencies.XA.id()),
                token(Role.AGENCY_LEADER, Agencies.XA.id()),
                token(Role.ADMINISTRATOR, null),
                token(Role.INSPECTOR, null));
    }
}
