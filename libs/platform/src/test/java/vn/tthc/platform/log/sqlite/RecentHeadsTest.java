package vn.tthc.platform.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentHeadsTest {
    private final RecentHeads heads = new RecentHeads();

    @Test
    void a_stream_ends_where_its_last_commit_ended() {
        commit("case-1", 2);

        assertThat(heads.endsBefore("case-1", 3)).isTrue();
        assertThat(heads.endsBefore("case-1", 2)).isFalse();
        assertThat(heads.endsBefore("case-2", 1))
                .as("never written to since the start")
                .isFalse();
    }

    @Test
    void nothing_is_known_while_a_commit_is_under_way() {
        commit("case-1", 2);
        heads.begun("case-1");

        assertThat(heads.endsBefore("case-1", 3)).isFalse();
    }

    @Test
    void of_commits_side_by_side_the_last_version_counts_whoever_is_told_last() {
        heads.begun("case-1");
        heads.begun("case-1");
        heads.ended("case-1", 2);
        assertThat(heads.endsBefore("case-1", 3))
                .as("the other may have written version 3")
                .isFalse();
        heads.ended("case-1", 1);

        assertThat(heads.endsBefore("case-1", 3)).isTrue();
        assertThat(heads.endsBefore("case-1", 2)).isFalse();
    }

    @Test
    void after_a_commit_that_wrote_nothing_nothing_is_known() {
        commit("case-1", 2);
        commit("case-1", 0);

        assertThat(heads.endsBefore("case-1", 3)).isFalse();
    }

    @Test
    void where_an_outcome_is_not_told_nothing_is_known_any_more() {
        heads.begun("case-1");
        commit("case-1", 2);

        assertThat(heads.endsBefore("case-1", 3)).isFalse();
    }

    @Test
    void the_streams_written_to_longest_ago_are_forgotten() {
        for (int i = 0; i <= RecentHeads.MOST; i++) {
            commit("case-" + i, 1);
        }

        assertThat(heads.endsBefore("case-0", 2)).isFalse();
        assertThat(heads.endsBefore("case-1", 2)).isTrue();
    }

    private void commit(String stream, long version) {
        heads.begun(stream);
        heads.ended(stream, version);
    }
}
