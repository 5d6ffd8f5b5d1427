package vn.tthc.bench;

import java.util.List;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;

/**
 * How many durable writes share an fsync in the services that take commands, as they count them themselves.
 *
 * @param synced groups committed with an fsync
 * @param durable writes that waited for them
 */
record Groups(double synced, double durable) {
    /** As of now, since the services were started. */
    static Groups now(Wire wire, Services services) throws InterruptedException {
        double synced = 0;
        double durable = 0;
        for (Call call : List.of(services.intake(Metrics.PATH, ""), services.processing(Metrics.PATH, ""))) {
            Metrics metrics = Metrics.of(wire, call);
            synced += metrics.sum("tthc_store_synced_total");
            durable += metrics.sum("tthc_store_durable_total");
        }
        return new Groups(synced, durable);
    }

    /** What came after an earlier moment. */
    Groups since(Groups earlier) {
        return new Groups(synced - earlier.synced, durable - earlier.durable);
    }

    /** Writes for each fsync; 0 where there was none, as on another store than SQLite. */
    double mean() {
        return synced > 0 ? durable / synced : 0;
    }
}
