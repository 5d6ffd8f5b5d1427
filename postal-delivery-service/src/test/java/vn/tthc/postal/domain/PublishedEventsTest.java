package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.testing.PublishedEvent;

/** Whatever was once published about an item still changes it today. */
class PublishedEventsTest {

    static List<PublishedEvent> openings() {
        return PublishedEvent.of(PostalEvent.class).stream()
                .filter(example -> example.event() instanceof PostalEvent.Opened)
                .toList();
    }

    static List<PublishedEvent> others() {
        return PublishedEvent.of(PostalEvent.class).stream()
                .filter(example -> !(example.event() instanceof PostalEvent.Opened))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("openings")
    void every_published_opening_opens_an_item(PublishedEvent example) {
        assertThat(Item.evolve(ItemState.NONE, (PostalEvent) example.event())).isInstanceOf(ItemState.Open.class);
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_published_revision_of_the_rest_changes_an_open_item(PublishedEvent example) {
        ItemState open =
                Item.evolve(ItemState.NONE, (PostalEvent) openings().getFirst().event());
        assertThat(Item.evolve(open, (PostalEvent) example.event())).isNotEqualTo(open);
    }
}
