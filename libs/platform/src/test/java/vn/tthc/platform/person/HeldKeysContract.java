package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.person.PersonKey;

/** What every store of persons' keys promises. */
abstract class HeldKeysContract {
    private static final PersonKey OURS = new PersonKey("ours", "wrapped-1", 1);
    private static final PersonKey THEIRS = new PersonKey("theirs", "wrapped-2", 1);
    private static final long AT = 1_000_000;

    private HeldKeys keys;

    abstract HeldKeys open() throws Exception;

    abstract void close() throws Exception;

    @BeforeEach
    void openKeys() throws Exception {
        keys = open();
    }

    @AfterEach
    void closeKeys() throws Exception {
        close();
    }

    private void came(PersonKeys.Change... changes) {
        keys.apply(List.of(changes), Map.of(3, 8L));
    }

    @Test
    void a_key_made_here_waits_to_be_published_and_one_from_the_topic_does_not() {
        keys.add(OURS);
        came(new PersonKeys.Change("theirs", THEIRS));

        assertThat(keys.unpublished(10)).containsExactly(OURS);
        assertThat(keys.find("theirs")).contains(THEIRS);
        assertThat(keys.find("nobody")).isEmpty();
        assertThat(keys.offsets()).containsExactly(Map.entry(3, 8L));
        keys.markPublished(List.of(OURS), AT);
        assertThat(keys.unpublished(10)).isEmpty();
        assertThat(keys.publishLastAgain(5)).isEqualTo(1);
        assertThat(keys.unpublished(10)).containsExactly(OURS);
    }

    @Test
    void a_forgotten_person_does_not_come_back_with_a_key_that_comes_late() {
        keys.add(OURS);
        keys.erase("ours");
        came(new PersonKeys.Change("ours", OURS));

        assertThat(keys.find("ours")).isEmpty();
        assertThat(keys.isForgotten("ours")).isTrue();
        assertThat(keys.untold(10)).containsExactly("ours");
        keys.markTold(List.of("ours"), AT);
        assertThat(keys.untold(10)).isEmpty();
    }

    @Test
    void a_tombstone_from_the_topic_needs_no_other() {
        came(new PersonKeys.Change("theirs", THEIRS));
        came(new PersonKeys.Change("theirs", null));
        keys.forget("a stranger");
        keys.erase("another stranger");

        assertThat(keys.isForgotten("theirs")).isTrue();
        assertThat(keys.isForgotten("a stranger")).isTrue();
        assertThat(keys.isForgotten("another stranger")).isTrue();
        assertThat(keys.untold(10)).isEmpty();
        assertThat(keys.publishLastAgain(5)).isZero();
    }

    @Test
    void keys_are_wrapped_anew_and_only_those_made_here_are_published_again() {
        keys.add(OURS);
        keys.markPublished(List.of(OURS), AT);
        came(new PersonKeys.Change("theirs", THEIRS));
        assertThat(keys.countWrappedBefore(2)).isEqualTo(2);
        assertThat(keys.wrappedBefore(2, 10)).containsExactlyInAnyOrder(OURS, THEIRS);

        PersonKey ours = new PersonKey("ours", "wrapped-1b", 2);
        PersonKey theirs = new PersonKey("theirs", "wrapped-2b", 2);
        keys.rewrap(List.of(ours, theirs));
        keys.rewrap(List.of(new PersonKey("ours", "older", 1)));

        assertThat(keys.countWrappedBefore(2)).isZero();
        assertThat(keys.unpublished(10)).containsExactly(ours);
        assertThat(keys.find("theirs")).contains(theirs);
        assertThat(keys.onePerMasterKey()).hasSize(1);
        came(new PersonKeys.Change("theirs", new PersonKey("theirs", "wrapped-2c", 3)));
        assertThat(keys.onePerMasterKey())
                .extracting(PersonKey::masterKeyVersion)
                .containsExactlyInAnyOrder(2, 3);
    }
}
