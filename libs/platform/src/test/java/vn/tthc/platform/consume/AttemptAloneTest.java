package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.store.RebuildableDocuments;

/** Building a view on a file when what served before cannot be removed. */
class AttemptAloneTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicBoolean stuck = new AtomicBoolean();
    private final WordsView view = new WordsView();
    private ConsumeStack.OnFile backing;
    private Generations generations;

    @BeforeEach
    void open() {
        backing = ConsumeStack.OnFile.open(folder.resolve("query.db"));
        generations = new Generations(backing.documents(), null);
        generations.register(view);
        backing.documents().declare(Generations.collections(view, 1));
    }

    @AfterEach
    void close() {
        backing.close();
    }

    /** The documents of the file, whose removal takes too long while they are stuck. */
    private RebuildableDocuments documents() {
        return (RebuildableDocuments) Proxy.newProxyInstance(
                RebuildableDocuments.class.getClassLoader(),
                new Class<?>[] {RebuildableDocuments.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("drop") && stuck.get()) {
                        throw new OutcomePending("on purpose");
                    }
                    try {
                        return method.invoke(backing.documents(), given);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private Attempt begin() {
        Attempt attempt = new Attempt.Alone(view, generations, documents(), backing.store());
        backing.documents().declare(Generations.collections(view, attempt.generation()));
        return attempt;
    }

    private String consumer(long generation) {
        return Generations.consumer(WordsView.NAME, generation);
    }

    private void passOver(long generation) {
        RawRecord raw = new RawRecord("t", 0, 1, "d", new RecordHeaders(), "x".getBytes(StandardCharsets.UTF_8));
        backing.store().write(consumer(generation), 0, tx -> {
            tx.park("d", "case-7", 1, raw, "trouble", 1, NOW);
            tx.advance("case-7", 1);
            return true;
        });
        ParkedRecord parked = backing.store().parked(0, 10).getFirst();
        backing.store().write(consumer(generation), 0, tx -> {
            tx.unpark(parked.id());
            tx.skipped(parked, "on purpose", "somebody", NOW);
            return true;
        });
    }

    private long position(long generation) {
        return backing.store().<Long>read(consumer(generation), reads -> reads.position("case-7"));
    }

    private List<String> tables() {
        return backing.database().read(connection -> {
            try (var statement = connection.prepareStatement(
                            "SELECT name FROM sqlite_master WHERE type='table' AND name LIKE '%doc\\_words%' ESCAPE '\\'"
                                    + " ORDER BY name");
                    var rows = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        });
    }

    @Test
    void whoServesNextKnowsWhatWasPassedOverAlthoughTheOldOneCannotBeRemoved() {
        passOver(1);
        List<String> before = tables();
        try (Attempt attempt = begin()) {
            attempt.serve();
            assertThat(backing.store().skipped(consumer(2))).containsExactly("case-7@1");
            stuck.set(true);
            attempt.retireOld();
            stuck.set(false);
        }
        assertThat(generations.serving(WordsView.NAME)).isEqualTo(2);
        assertThat(backing.store().skipped(consumer(2))).containsExactly("case-7@1");
        assertThat(tables()).containsAll(before).hasSizeGreaterThan(before.size());

        begin().close();

        assertThat(tables()).doesNotContainAnyElementsOf(before);
        assertThat(position(1)).isZero();
        assertThat(backing.store().skipped(consumer(1))).isEmpty();
        assertThat(backing.store().skipped(consumer(2))).containsExactly("case-7@1");
    }

    @Test
    void whatWasNeverServedLeavesTheOldOneAsItWas() {
        passOver(1);
        List<String> before = tables();

        begin().close();

        assertThat(generations.serving(WordsView.NAME)).isEqualTo(1);
        assertThat(backing.store().skipped(consumer(1))).containsExactly("case-7@1");
        assertThat(position(1)).isEqualTo(1);
        assertThat(tables()).isEqualTo(before);
    }
}
