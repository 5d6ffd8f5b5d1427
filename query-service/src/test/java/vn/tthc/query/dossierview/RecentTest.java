package vn.tthc.query.dossierview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {
    private record Word(String word) {}

    private static Word word(int number) {
        return new Word("%090d".formatted(number));
    }

    @Test
    void what_was_written_is_told_again_and_not_read() {
        Recent<Word> recent = new Recent<>(Word.class, 1_000);
        Word written = word(1);
        String text = recent.write(written);
        assertThat(recent.read(text)).isSameAs(written);
        assertThat(recent.write(word(1))).isEqualTo(text);
    }

    @Test
    void only_so_much_is_remembered_and_the_rest_is_read() {
        Recent<Word> recent = new Recent<>(Word.class, 1_000);
        Word first = word(1);
        String text = recent.write(first);
        Word last = word(100);
        for (int i = 2; i <= 99; i++) {
            recent.write(word(i));
        }
        String lastText = recent.write(last);

        assertThat(recent.read(text)).isEqualTo(first).isNotSameAs(first);
        assertThat(recent.read(lastText)).isSameAs(last);
        String tooLong = recent.write(new Word("x".repeat(2_000)));
        assertThat(recent.read(tooLong)).isEqualTo(new Word("x".repeat(2_000)));
    }
}
