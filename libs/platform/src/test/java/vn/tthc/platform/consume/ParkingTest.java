package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;

/** In a file. */
class ParkingTest extends ParkingContract {

    @Test
    void what_the_store_refuses_of_a_batch_parks_its_dossier_alone() throws Exception {
        consumer.onFile("CREATE TRIGGER refuse BEFORE INSERT ON doc_words WHEN NEW.json LIKE '%refused%'"
                + " BEGIN SELECT RAISE(ABORT, 'the store does not take it'); END");
        StreamId sick = aDossier();
        StreamId well = aDossier();
        append(owner.log, sick, 0, "refused");
        append(owner.log, well, 0, "x", "y");
        publish(well, 1);
        publish(sick, 1);
        publish(well, 2);
        consumer.start();

        await().atMost(SOON).untilAsserted(() -> assertThat(words(well)).containsExactly("x", "y"));
        await().atMost(SOON).until(() -> parked(WordsView.NAME, sick).size() == 1);
        assertThat(words(sick)).isEmpty();
        assertThat(parked(WordsView.NAME, well)).isEmpty();
    }

    @Override
    List<String> passedOver(String name) {
        return consumer.database().read(connection -> {
            try (var statement =
                    connection.prepareStatement("SELECT stream || '@' || version || ' ' || skip_reason || ' ' || actor"
                            + " FROM consumer_skipped WHERE consumer = ?")) {
                statement.setString(1, name);
                List<String> kept = new ArrayList<>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        kept.add(rows.getString(1));
                    }
                }
                return kept;
            }
        });
    }

    @Override
    void goBackToTheStart(String name) {
        consumer.store.write(name, tx -> {
            tx.offsets().keySet().forEach(partition -> tx.offset(partition, new NextOffset(0, null)));
            return true;
        });
    }
}
