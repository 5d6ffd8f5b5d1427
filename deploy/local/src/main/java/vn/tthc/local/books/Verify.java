package vn.tthc.local.books;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.local.Json;

/**
 * Balances the books (đối soát) while commands go on: fixes how far every stream is, waits for the consumers to come as
 * far, has every service compare its log with its topics, and every view computed once more.
 */
public final class Verify {
    private static final int DIFFERENCES = 1;

    private final Console console;
    private final Consumer<String> say;

    /**
     * Prepares it.
     *
     * @param say takes lines of progress
     */
    public Verify(Console console, Consumer<String> say) {
        this.console = console;
        this.say = say;
    }

    /**
     * Balances and prints.
     *
     * @param json one object for a machine instead of lines
     * @param out takes the result
     * @return 0 when there is no difference, else 1
     * @throws vn.tthc.local.Failure when somebody cannot be asked
     */
    public int run(boolean json, Consumer<String> out) throws InterruptedException {
        Balance balance = balance();
        if (json) {
            out.accept(Json.write(balance.report()));
        } else {
            BalanceText.of(balance).forEach(out);
        }
        return balance.ok() ? 0 : DIFFERENCES;
    }

    Balance balance() throws InterruptedException {
        long start = System.nanoTime();
        List<Heads.Head> heads = Heads.read(console);
        say.accept(heads.size() + " streams; waiting for everybody to come as far ...");
        ParkedLists parked = new ParkedLists(console);
        Positions positions = new Positions(console);
        List<Positions.Behind> behind = positions.await(heads, parked);
        List<JsonNode> services = new ArrayList<>();
        for (Site site : Site.values()) {
            say.accept("Comparing the log of " + site.process() + " with its topics ...");
            services.add(console.post(site, "/internal/log/verification", List.of()));
        }
        say.accept("Computing every view once more ...");
        List<JsonNode> views = new ArrayList<>();
        for (Site site : Site.values()) {
            for (JsonNode view : console.post(site, "/internal/views/verification", List.of())
                    .path("views")) {
                views.add(Json.mapper().<ObjectNode>valueToTree(view).put("service", site.shortName()));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Balance(services, views, behind, parked.dossiers(), positions.compared(), seconds);
    }
}
