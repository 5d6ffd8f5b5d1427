package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void the_mean_is_of_what_came_meanwhile() {
        assertThat(new Groups(30, 100).since(new Groups(10, 50)).mean()).isEqualTo(2.5);
        assertThat(new Groups(10, 50).since(new Groups(10, 50)).mean()).isZero();
    }
}
