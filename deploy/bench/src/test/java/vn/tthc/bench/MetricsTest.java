package vn.tthc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics("""
            # TYPE application_ready_time_seconds gauge
            application_ready_time_seconds{main_application_class="vn.tthc.query.QueryApplication"} 3.014
            application_started_time_seconds{main_application_class="vn.tthc.query.QueryApplication"} 2.9
            tthc_store_durable_total{of="one"} 12.0
            tthc_store_durable_total{of="other"} 3.0
            tthc_store_durable_total_other 5.0
            tthc_store_synced_total 4.0
            """);

    @Test
    void the_time_to_ready_is_read_among_other_metrics() {
        assertThat(metrics.first("application_ready_time_seconds")).hasValue(3.014);
        assertThat(metrics.first("process_uptime_seconds")).isEmpty();
    }

    @Test
    void a_counter_is_read_with_and_without_labels_and_not_taken_for_another() {
        assertThat(metrics.sum("tthc_store_durable_total")).isEqualTo(15);
        assertThat(metrics.sum("tthc_store_synced_total")).isEqualTo(4);
        assertThat(metrics.sum("tthc_store_broken")).isZero();
    }
}
