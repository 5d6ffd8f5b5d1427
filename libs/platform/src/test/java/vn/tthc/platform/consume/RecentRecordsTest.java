package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.relay.EventRecords;

/** One reading for all consumers, and never another record's. */
class RecentRecordsTest {
    private final EventJson json = new EventJson();
    private final RecentRecords recent = new RecentRecords(new Located.Finder(new EventRecords(json), json));

    @Test
    void theSameRecordIsReadOnceForAllConsumers() {
        Located first = recent.find(record(7, "word", "a"));
        assertThat(recent.find(record(7, "word", "a"))).isSameAs(first);
    }

    @Test
    void anotherRecordAtTheSamePlaceIsReadByItself() {
        Located before = recent.find(record(7, "word", "a"));
        Located other = recent.find(record(7, "other", "a"));
        assertThat(other.raw().value()).isEqualTo("other".getBytes(StandardCharsets.UTF_8));
        assertThat(other).isNotSameAs(before);
        assertThat(recent.find(record(7, "other", "b")).dossier()).isEqualTo("b");
        assertThat(recent.find(record(7, "other", "b", "ce_id")).raw().headers())
                .hasSize(1);
    }

    @Test
    void whatCameLongBeforeIsForgotten() {
        Located first = recent.find(record(0, "word", "a"));
        for (int i = 1; i <= RecentRecords.MOST; i++) {
            recent.find(record(i, "word", "a"));
        }
        assertThat(recent.find(record(0, "word", "a"))).isNotSameAs(first);
    }

    @Test
    void aLongRecordIsNotRemembered() {
        String text = "x".repeat(RecentRecords.LONGEST + 1);
        assertThat(recent.find(record(7, text, "a"))).isNotSameAs(recent.find(record(7, text, "a")));
    }

    private static RawRecord record(long offset, String text, String key, String... headers) {
        RecordHeaders all = new RecordHeaders();
        for (String header : headers) {
            all.add(header, new byte[] {1});
        }
        return new RawRecord("topic", 3, offset, key, all, text.getBytes(StandardCharsets.UTF_8));
    }
}
