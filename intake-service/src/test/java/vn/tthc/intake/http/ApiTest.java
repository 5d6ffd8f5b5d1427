package vn.tthc.intake.http;

import java.util.List;
import vn.tthc.platform.api.ApiContract;
import vn.tthc.platform.api.ApiFuzz;
import vn.tthc.platform.api.CommonExamples;
import vn.tthc.platform.api.ExampleBook;
import vn.tthc.platform.api.Exchange;
import vn.tthc.platform.api.HttpLine;

class ApiTest extends IntakeServer implements ApiContract {

    @Override
    public String service() {
        return "intake";
    }

    @Override
    public Exchange.Line line() {
        return new HttpLine(port);
    }

    @Override
    public void examples(ExampleBook book) {
        new Examples(book, reactions).run();
        CommonExamples.files(book, OFFICER);
        CommonExamples.run(book, ADMIN, INSPECTOR);
    }

    @Override
    public List<String> tokens() {
        return List.of(OFFICER, LEADER, CITIZEN, ADMIN, INSPECTOR, IMPORTER);
    }

    @Override
    public ApiFuzz among(ApiFuzz fuzz) {
        return fuzz.reserve("postProcedures", OFFICER)
                .reserve("postCalendars", OFFICER)
                .reserve("postCodeBlocks", CITIZEN);
    }
}
