package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.access.matrix.Probe;

/** The lists of the post as the matrix compares them: what stood there before, left by other tests, and what it put there. */
final class MatrixItems {
    static final String MANIFESTS = "/api/v1/manifests?point=LDG-0001&side=FROM&phase=CLOSED&limit=200";
    static final String WORK = "/api/v1/postal-points/LDG-0001/work?kind=FETCH&limit=200";
    static final String TILLS = "/api/v1/tills?day=2026-03-17&limit=200";
    static final String SILENT = "/api/v1/silent-items?limit=500";

    static final String MAIL = "/api/v1/mail/same-day?from=2026-03-01&to=2026-03-31";
    static final String ASIDE = "/api/v1/item-anomalies?limit=500";
    static final String HERE = "&point=LDG-0001";

    static final String FEE =
            "{\"paymentId\":\"m1\",\"kind\":\"AGENCY_FEE\",\"dong\":5,\"reference\":\"H36\",\"agency\":\"a\"}";

    static final String TRANSFER = "{\"transferId\":\"m1\",\"agency\":\"a\",\"dong\":1,\"document\":\"BB\"}";

    static final String REFUND = "{\"refundId\":\"m1\",\"paymentId\":\"m1\",\"dong\":1,\"document\":\"PT\"}";

    private MatrixItems() {}

    static List<String> ids(String json, String list, String id) {
        return read(json)
                .path(list)
                .valueStream()
                .map(each -> each.path(id).asString(""))
                .toList();
    }

    /** As many as are counted for the list, and which stand on the page, in their order. */
    static List<?> work(String json) {
        return List.of(count(json), ids(json, "items", "itemId"));
    }

    /** How many are to be fetched, on this page and after it: other tests leave more than one page has. */
    static long count(String json) {
        return read(json)
                .path("counts")
                .valueStream()
                .filter(each -> each.path("kind").asString("").equals("FETCH"))
                .mapToLong(each -> each.path("count").asLong())
                .sum();
    }

    static Set<String> with(List<String> before, String more) {
        Set<String> all = new TreeSet<>(before);
        all.add(more);
        return all;
    }

    /** The newest first. */
    static List<String> newest(List<String> newest, List<String> before) {
        List<String> all = new ArrayList<>(newest);
        all.addAll(before);
        return all;
    }

    /** A list as it stands now. */
    static String read(Api who, String path) {
        Api.Answer answer = who.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.http().body();
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    static List<String> ids(Probe.Answer answer, String list, String id) {
        return ids(answer.body(), list, id);
    }
}
