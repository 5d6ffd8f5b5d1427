package vn.tthc.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every shelf of sealed files promises. */
abstract class ShelfContract {
    static final String NAME = "ab" + "0".repeat(62);

    /** A shelf on what the others of this test have written. */
    abstract Shelf shelf();

    /** Lets what stands under a name be as old as that. */
    abstract void age(String name, Instant since) throws IOException;

    static void keep(Shelf shelf, String name, byte[] content) throws IOException {
        Path draft = shelf.draft();
        try {
            Files.write(draft, content);
            shelf.keep(draft, name);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static Optional<byte[]> taken(Shelf shelf, String name) throws IOException {
        Optional<Shelf.Standing> standing = shelf.take(name);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = standing.get().stream()) {
            byte[] all = in.readAllBytes();
            assertThat(standing.get().bytes()).isEqualTo(all.length);
            return Optional.of(all);
        }
    }

    private static byte[] content(int length, int seed) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 31 + seed);
        }
        return content;
    }

    @Test
    void what_was_kept_is_there_for_everybody_byte_for_byte() throws Exception {
        keep(shelf(), NAME, content(300_000, 1));
        assertThat(taken(shelf(), NAME)).hasValue(content(300_000, 1));
    }

    @Test
    void what_was_never_kept_is_not_there_and_a_draft_is_not_seen() throws Exception {
        Shelf shelf = shelf();
        Path draft = shelf.draft();
        Files.write(draft, content(10, 1));
        assertThat(shelf.take(NAME)).isEmpty();
        assertThat(shelf.names("ab")).isEmpty();
        Files.delete(draft);
    }

    @Test
    void what_comes_later_takes_the_place_of_what_stood_there() throws Exception {
        keep(shelf(), NAME, content(1_000, 1));
        keep(shelf(), NAME, content(2_000, 2));
        assertThat(taken(shelf(), NAME)).hasValue(content(2_000, 2));
        assertThat(shelf().names("ab")).containsExactly(NAME);
    }

    @Test
    void a_row_has_the_names_that_begin_so_however_many() throws Exception {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            row.add("cd" + "%062x".formatted(i));
        }
        for (String name : row) {
            keep(shelf(), name, content(1, 1));
        }
        keep(shelf(), "ce" + "0".repeat(62), content(1, 1));
        assertThat(shelf().names("cd")).containsExactlyInAnyOrderElementsOf(row);
        assertThat(shelf().names("ff")).isEmpty();
    }

    /** The same content has the same name, and several may send it at once. */
    @Test
    void of_several_at_once_one_is_kept_as_a_whole() throws Exception {
        List<byte[]> versions = List.of(content(200_000, 1), content(200_000, 2), content(200_000, 3));
        try (ExecutorService hands = Executors.newFixedThreadPool(versions.size())) {
            List<Future<Boolean>> done = new ArrayList<>();
            for (byte[] version : versions) {
                done.add(hands.submit(() -> {
                    keep(shelf(), NAME, version);
                    return true;
                }));
            }
            for (Future<Boolean> one : done) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(versions)
                .anySatisfy(version -> assertThat(taken(shelf(), NAME)).hasValue(version));
    }

    @Test
    void a_reader_may_leave_off_in_the_middle() throws Exception {
        keep(shelf(), NAME, content(300_000, 1));
        Shelf shelf = shelf();
        for (int i = 0; i < 20; i++) {
            try (InputStream in = shelf.take(NAME).orElseThrow().stream()) {
                assertThat(in.readNBytes(100)).hasSize(100);
            }
        }
        assertThat(taken(shelf, NAME)).hasValue(content(300_000, 1));
    }

    @Test
    void it_is_told_since_when_something_stands_there_and_renewing_makes_it_young_again() throws Exception {
        Instant old = Instant.parse("2026-03-02T05:00:00Z");
        keep(shelf(), NAME, content(10, 1));
        assertThat(shelf().since(NAME).orElseThrow()).isAfter(old);
        age(NAME, old);
        assertThat(shelf().since(NAME)).contains(old);
        assertThat(shelf().entries("ab")).containsExactly(new Shelf.Entry(NAME, old));

        assertThat(shelf().renew(NAME)).isTrue();

        assertThat(shelf().since(NAME).orElseThrow()).isAfter(old);
        assertThat(taken(shelf(), NAME)).hasValue(content(10, 1));
        String nothing = "ab" + "1".repeat(62);
        assertThat(shelf().since(nothing)).isEmpty();
        assertThat(shelf().renew(nothing)).isFalse();
        assertThat(shelf().names("ab")).containsExactly(NAME);
    }

    @Test
    void what_was_removed_is_gone_for_everybody_and_may_come_again() throws Exception {
        String other = "ab" + "1".repeat(62);
        keep(shelf(), NAME, content(10, 1));
        keep(shelf(), other, content(20, 2));

        shelf().remove(NAME);
        shelf().remove(NAME);

        assertThat(shelf().take(NAME)).isEmpty();
        assertThat(shelf().names("ab")).containsExactly(other);
        keep(shelf(), NAME, content(30, 3));
        assertThat(taken(shelf(), NAME)).hasValue(content(30, 3));
    }
}
