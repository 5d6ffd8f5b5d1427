package vn.tthc.postal.reference;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The kinds of papers a dossier from a citizen may hold. A list of contents stands in clear in events, so its papers are
 * named by these and by their codes in the procedure, and by nothing a person could be named in.
 */
@Component
public class PaperKinds {
    private static final String RESOURCE = "/reference/paper-kinds.csv";
    private static final String HEADER = "name,nameEn";

    private final List<PaperKind> all;
    private final Map<String, PaperKind> byName;

    PaperKinds() {
        all = Csv.read(RESOURCE, HEADER, row -> new PaperKind(row.get(0), row.get(1)));
        byName = all.stream().collect(Collectors.toUnmodifiableMap(PaperKind::name, Function.identity()));
    }

    /** All of them, in the order of the file. */
    public List<PaperKind> all() {
        return all;
    }

    /** Whether there is one of that name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }
}
