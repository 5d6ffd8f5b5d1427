package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** A rebuild that folds a batch while the one before is stored leaves what batches taken one after the other leave. */
class FoldAheadTest {
    @TempDir
    private Path folder;

    private FoldAheadRig rig;

    @BeforeEach
    void open() {
        rig = new FoldAheadRig(folder.resolve("ahead.db"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private StreamId aStream(String... words) {
        StreamId stream = aDossier();
        append(rig.log, stream, 0, words);
        return stream;
    }

    private void isTheSame() throws Exception {
        rig.usual(3);
        rig.ahead(3);
        assertThat(rig.dump(FoldAheadRig.AHEAD)).isEqualTo(rig.dump(FoldAheadRig.USUAL));
        assertThat(rig.dump(FoldAheadRig.AHEAD)).isNotEmpty();
    }

    @Test
    void neighbouring_batches_change_the_same_documents_and_each_is_folded_once_on_the_rebuilds_own_thread()
            throws Exception {
        StreamId one = aStream("1", "2", "3", "4", "5", "6");
        StreamId two = aStream("1", "2", "3", "4", "5", "6");
        StreamId itsCase = StreamId.caseOf(one.id());
        append(rig.log, itsCase, 0, "c1", "c2", "c3", "c4", "c5", "c6");
        for (long version = 1; version <= 6; version++) {
            rig.publish(one, version, version);
            rig.publish(itsCase, version);
            rig.publish(two, version);
        }
        rig.holdWritesUntilTheNextIsFolded();

        isTheSame();

        assertThat(rig.ahead.words(one.id()))
                .containsExactly("1", "c1", "2", "c2", "3", "c3", "4", "c4", "5", "c5", "6", "c6");
        assertThat(rig.ahead.appliedOn()).hasSize(18).containsOnly(Thread.currentThread());
        assertThat(rig.usual.appliedOn()).doesNotContain(Thread.currentThread());
    }

    @Test
    void an_event_that_fails_parks_its_dossier_and_what_comes_after_is_parked_behind_it() throws Exception {
        StreamId well = aStream("1", "2", "3", "4", "5", "6");
        StreamId sick = aStream("1", "2", "poison", "4", "5", "6");
        for (long version = 1; version <= 6; version++) {
            rig.publish(well, version);
            rig.publish(sick, version);
        }

        isTheSame();

        assertThat(rig.ahead.words(well.id())).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(rig.ahead.words(sick.id())).containsExactly("1", "2");
        assertThat(rig.parked(FoldAheadRig.AHEAD, sick)).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void a_gap_is_held_and_released() throws Exception {
        StreamId whole = aStream("1", "2", "3", "4", "5", "6");
        StreamId torn = aStream("1", "2", "3", "4", "5", "6");
        rig.publish(whole, 1, 2, 3);
        rig.publish(torn, 1, 3, 4);
        rig.publish(whole, 4, 5);
        rig.publish(torn, 2, 5);
        rig.publish(whole, 6);
        rig.publish(torn, 6);

        isTheSame();

        assertThat(rig.ahead.words(torn.id())).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(rig.ahead.words(whole.id())).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void a_document_is_removed_in_one_batch_and_made_again_in_the_next() throws Exception {
        StreamId one = aStream("1", "2", "3", "4", "5", "gone", "7", "8", "9", "10");
        rig.publish(one, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        rig.holdWritesUntilTheNextIsFolded();

        isTheSame();

        assertThat(rig.ahead.words(one.id())).containsExactly("7", "8", "9", "10");
        assertThat(rig.ahead.appliedOn()).hasSize(10).containsOnly(Thread.currentThread());
    }

    @Test
    void what_the_store_refuses_of_a_folded_batch_parks_its_dossier_alone() throws Exception {
        rig.refuse("%refused%");
        StreamId well = aStream("1", "2", "3", "4", "5", "6");
        StreamId sick = aStream("1", "2", "refused", "4", "5", "6");
        for (long version = 1; version <= 6; version++) {
            rig.publish(well, version);
            rig.publish(sick, version);
        }

        isTheSame();

        assertThat(rig.ahead.words(well.id())).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(rig.parked(FoldAheadRig.AHEAD, sick)).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void a_store_that_fails_ends_the_rebuild_and_leaves_no_half_batch() throws Exception {
        StreamId one = aStream("1", "2", "3", "4", "5", "6", "7", "8", "9");
        rig.publish(one, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        rig.failAtWrite(2);

        assertThatThrownBy(() -> rig.ahead(3))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("on purpose, after true");

        assertThat(rig.ahead.words(one.id())).containsExactly("1", "2", "3");
        assertThat(rig.position(FoldAheadRig.AHEAD, one)).isEqualTo(3);
        assertThat(rig.nextOffset(FoldAheadRig.AHEAD)).isEqualTo(3);
    }
}
