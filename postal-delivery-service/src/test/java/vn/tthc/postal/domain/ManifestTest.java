package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.ManifestEvent.Entry;
import vn.tthc.platform.testing.PublishedEvent;

class ManifestTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final ManifestEvent OPENED = new ManifestEvent.Opened(AT, "BK-1", "LDG-0001", "LDG-0004");
    private static final Entry A = new Entry("A", "item-a");
    private static final Entry B = new Entry("B", "item-b");
    private static final Entry C = new Entry("C", "item-c");
    private static final Entry STRANGE = new Entry("X", null);

    private ManifestState state = ManifestState.NONE;

    private ManifestTest given(ManifestEvent... events) {
        for (ManifestEvent event : events) {
            state = Manifest.evolve(state, event);
        }
        return this;
    }

    private void then(ManifestCommand command, ManifestEvent... events) {
        assertThat(Manifest.decide(state, command)).isEqualTo(Decision.accept(events));
    }

    private void thenRefused(ManifestCommand command, ManifestProblem why) {
        assertThat(Manifest.decide(state, command))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(why));
    }

    private static ManifestEvent added(Entry... entries) {
        return new ManifestEvent.ItemsAdded(AT, List.of(entries));
    }

    private static ManifestCommand add(Entry... entries) {
        return new ManifestCommand.Add(AT, List.of(entries));
    }

    private static ManifestCommand accept(Entry... entries) {
        return new ManifestCommand.Accept(AT, List.of(entries));
    }

    private static final ManifestEvent OVER = new ManifestEvent.HandedOver(AT, "49C-123.45");

    private static ManifestEvent closed(int items) {
        return new ManifestEvent.Closed(AT, items);
    }

    @Test
    void a_manifest_is_begun_once_and_before_that_there_is_nothing_to_do() {
        then(new ManifestCommand.Open(AT, "BK-1", "LDG-0001", "LDG-0004"), OPENED);
        for (ManifestCommand command :
                List.of(add(A), new ManifestCommand.Close(AT), new ManifestCommand.HandOver(AT, "xe"), accept(A))) {
            thenRefused(command, ManifestProblem.NO_SUCH_MANIFEST);
        }
        given(OPENED).then(new ManifestCommand.Open(AT, "BK-2", "LDG-0001", "LDG-0004"));
    }

    @Test
    void what_is_scanned_twice_goes_on_it_once() {
        given(OPENED).then(add(A, B, A), added(A, B));
        given(added(A, B)).then(add(B, C), added(C));
        then(add(A, B));
    }

    @Test
    void once_closed_nothing_more_goes_on_it_and_an_empty_one_is_not_closed() {
        given(OPENED).thenRefused(new ManifestCommand.Close(AT), ManifestProblem.MANIFEST_EMPTY);
        given(added(A)).then(new ManifestCommand.Close(AT), closed(1));
        given(closed(1)).thenRefused(add(B), ManifestProblem.MANIFEST_CLOSED);
        then(add(A));
        then(new ManifestCommand.Close(AT));
    }

    @Test
    void there_is_a_bound() {
        Entry[] many = IntStream.range(0, Manifest.MOST_ITEMS)
                .mapToObj(i -> new Entry("I" + i, null))
                .toArray(Entry[]::new);
        given(OPENED, added(many)).thenRefused(add(A), ManifestProblem.MANIFEST_FULL);
        state = ManifestState.NONE;
        given(OPENED).then(add(many), added(many));
    }

    @Test
    void a_log_in_which_a_manifest_is_opened_twice_or_filled_before_is_damaged() {
        assertThatIllegalStateException().isThrownBy(() -> Manifest.evolve(state, added(A)));
        given(OPENED);
        assertThatIllegalStateException().isThrownBy(() -> Manifest.evolve(state, OPENED));
    }

    @Test
    void it_is_handed_over_after_it_was_closed_and_once() {
        ManifestCommand over = new ManifestCommand.HandOver(AT, "49C-123.45");
        given(OPENED, added(A)).thenRefused(over, ManifestProblem.MANIFEST_NOT_CLOSED);
        given(closed(1)).then(over, OVER);
        given(OVER).thenRefused(over, ManifestProblem.MANIFEST_HANDED_OVER);
    }

    @Test
    void it_is_accepted_with_the_missing_and_the_unexpected_by_name_and_once() {
        given(OPENED, added(A, B), closed(2)).thenRefused(accept(A), ManifestProblem.MANIFEST_NOT_HANDED_OVER);
        given(OVER).then(accept(B, C, STRANGE, B), new ManifestEvent.Accepted(AT, 1, List.of(A), List.of(C, STRANGE)));
        given(new ManifestEvent.Accepted(AT, 1, List.of(A), List.of(C, STRANGE)));
        assertThat(((ManifestState.Known) state).arrived()).containsExactly(B, C, STRANGE);
        thenRefused(accept(A), ManifestProblem.MANIFEST_ACCEPTED);
        thenRefused(new ManifestCommand.HandOver(AT, "xe"), ManifestProblem.MANIFEST_ACCEPTED);
    }

    @Test
    void nothing_at_all_may_have_come() {
        given(OPENED, added(A, B), closed(2), OVER)
                .then(accept(), new ManifestEvent.Accepted(AT, 0, List.of(A, B), List.of()));
    }

    @Test
    void whatever_the_order_of_the_scans_the_missing_and_the_unexpected_are_the_same_and_all_are_accounted_for() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Entry> listed = entries(random, "L");
            List<Entry> came = new ArrayList<>(
                    listed.stream().filter(e -> random.nextInt(4) > 0).toList());
            came.addAll(entries(random, "X"));
            state = ManifestState.NONE;
            given(OPENED, added(listed.toArray(Entry[]::new)), closed(listed.size()), OVER);
            ManifestEvent.Accepted one = compared(came);
            Collections.shuffle(came, random);
            came.addAll(List.copyOf(came.subList(0, came.size() / 2)));
            ManifestEvent.Accepted other = compared(came);
            assertThat(other.missing()).as("seed %s", seed).isEqualTo(one.missing());
            assertThat(other.unexpected()).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(one.unexpected());
            assertThat(one.arrived() + one.missing().size()).as("seed %s", seed).isEqualTo(listed.size());
            assertThat(one.unexpected())
                    .as("seed %s", seed)
                    .allMatch(entry -> entry.identifier().startsWith("X"));
        }
    }

    private static List<Entry> entries(Random random, String name) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> new Entry(name + i, null))
                .toList();
    }

    private ManifestEvent.Accepted compared(List<Entry> came) {
        var decision = Manifest.decide(state, new ManifestCommand.Accept(AT, came));
        return (ManifestEvent.Accepted)
                ((Decision.Accepted<ManifestEvent>) decision).events().getFirst();
    }

    @Test
    void every_published_event_of_a_manifest_is_understood() {
        List<PublishedEvent> examples = PublishedEvent.of(ManifestEvent.class);
        assertThat(examples).hasSize(5);
        for (PublishedEvent example : examples) {
            ManifestState before = example.event() instanceof ManifestEvent.Opened
                    ? ManifestState.NONE
                    : Manifest.evolve(ManifestState.NONE, OPENED);
            assertThat(Manifest.evolve(before, (ManifestEvent) example.event())).isNotEqualTo(before);
        }
    }
}
