package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void a_counter_is_read_with_and_without_labels_and_not_taken_for_another() {
        String metrics = """
                # TYPE tthc_store_durable_total counter
                tthc_store_durable_total{service="intake"} 12.0
                tthc_store_durable_total_other 5.0
                tthc_store_synced_total 4.0
                """;

        assertThat(Groups.value(metrics, "tthc_store_durable_total")).isEqualTo(12);
        assertThat(Groups.value(metrics, "tthc_store_synced_total")).isEqualTo(4);
        assertThat(Groups.value(metrics, "tthc_store_broken")).isZero();
    }

    @Test
    void the_mean_is_of_what_came_meanwhile() {
        assertThat(new Groups(30, 100).since(new Groups(10, 50)).mean()).isEqualTo(2.5);
        assertThat(new Groups(10, 50).since(new Groups(10, 50)).mean()).isZero();
    }
}
