package vn.tthc.platform.blob;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.store.DocumentStore;

/** The sweep of a running service at a moment to come, for a view of names that was told everything. */
public final class Sweeping {
    private static final int RUNS_OF_A_PASS = 8;

    private Sweeping() {}

    /** Goes over the whole shelf at that moment, and an hour later once more. */
    public static void at(ApplicationContext context, Instant moment) throws IOException {
        pass(context, moment);
        pass(context, moment.plus(BlobSweep.GRACE).plus(Duration.ofSeconds(1)));
    }

    private static void pass(ApplicationContext context, Instant moment) throws IOException {
        BlobSweep sweep = new BlobSweep(
                context.getBean(Shelf.class),
                context.getBean(BlobMarks.class),
                context.getBean(DocumentStore.class),
                context.getBean(PersonVault.class)::isForgotten,
                context.getBeanProvider(BlobHolder.class).orderedStream().toList(),
                () -> Optional.of(moment),
                context.getBean(BlobSweepSettings.class).age(),
                () -> moment);
        for (int i = 0; i < RUNS_OF_A_PASS; i++) {
            sweep.run();
        }
    }
}
