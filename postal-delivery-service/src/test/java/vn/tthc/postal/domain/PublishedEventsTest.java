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
        ItemState open = Item.evolve(ItemState.NONE, Items.opened());
        ItemState split = Item.evolve(open, new PostalEvent.Split(Items.OPENED, Items.DOSSIER, 5));
        ItemState after = Item.evolve(split, (PostalEvent) example.event());
        if (example.event() instanceof PostalEvent.Returned) {
            assertThat(after).as("told by its scan already").isEqualTo(split);
        } else {
            assertThat(after).isNotEqualTo(split);
        }
    }
}
