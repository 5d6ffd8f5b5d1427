package vn.tthc.postal.http;

import java.util.List;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.tthc.contracts.Role;
import vn.tthc.platform.api.ApiContract;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.platform.api.HttpLine;

class ApiTest extends PostalFixture implements ApiContract {
    @LocalServerPort
    private int own;

    @Override
    public String service() {
        return "postal";
    }

    @Override
    public Exchange.Line line() {
        return new HttpLine(own);
    }

    @Override
    public void examples(ExampleBook book) {
        new Examples(book, this).run();
        CommonExamples.run(
                book,
                as(null, Role.ADMINISTRATOR).token(),
                as(null, Role.INSPECTOR).token());
    }

    @Override
    public List<String> tokens() {
        return List.of(
                worker().token(),
                as(COMMUNE, Role.RECEPTION_OFFICER).token(),
                as(null, Role.ADMINISTRATOR).token(),
                as(null, Role.INSPECTOR).token());
    }
}
