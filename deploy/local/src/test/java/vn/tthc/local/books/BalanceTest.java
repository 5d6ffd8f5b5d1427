package vn.tthc.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Json;

class BalanceTest {
    private static final JsonNode SOUND = json("""
            {"service": "intake", "streams": 3, "events": 9, "published": 9, "repeats": 4, "foreignCount": 1,
             "foreign": ["tthc.dossier-3/17"], "differenceCount": 0, "differences": []}""");
    private static final JsonNode LACKING = json("""
            {"service": "postal", "streams": 1, "events": 2, "published": 1, "repeats": 0, "foreignCount": 0,
             "foreign": [], "differenceCount": 3, "differences": [
               {"kind": "MISSING_ON_TOPIC", "where": "item-1", "version": 2, "detail": "the topic has not"}]}""");
    private static final JsonNode VIEW = json("""
            {"service": "query", "view": "dossiers", "documents": 12, "events": 11, "differenceCount": 1, "differences": ["counters/open"]}""");

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }

    private static Balance of(List<JsonNode> services, List<JsonNode> views) {
        return new Balance(services, views, List.of(), List.of(), 5, 1.25);
    }

    @Test
    void what_does_not_differ_balances_and_a_foreign_record_is_told_beside() {
        Balance balance = of(List.of(SOUND), List.of());

        assertThat(balance.ok()).isTrue();
        assertThat(balance.report()).containsEntry("ok", true).containsEntry("differences", 0L);
        assertThat(BalanceText.of(balance))
                .contains("1 records on the topics of intake are none of its events, the first in tthc.dossier-3/17")
                .last()
                .asString()
                .contains("the books balance");
    }

    @Test
    void every_difference_counts_and_those_not_shown_are_counted_too() {
        Balance balance = of(List.of(SOUND, LACKING), List.of(VIEW));

        assertThat(balance.ok()).isFalse();
        assertThat(balance.differences()).isEqualTo(4);
        assertThat(BalanceText.of(balance))
                .contains(
                        "  MISSING_ON_TOPIC postal: item-1@2: the topic has not",
                        "  ... and 2 more of the log of postal",
                        "  VIEW query/dossiers: counters/open");
    }

    @Test
    void who_is_behind_and_what_is_parked_are_differences() {
        Balance balance = new Balance(
                List.of(SOUND),
                List.of(),
                List.of(new Positions.Behind("query", "dossiers", "dossier-1", 2, 3)),
                List.of(new ParkedLists.Dossier("postal", "open-result-items", "1", "dossier-1", 4, "why")),
                5,
                1.25);

        assertThat(balance.differences()).isEqualTo(2);
        assertThat(BalanceText.of(balance))
                .contains(
                        "  BEHIND query/dossiers: dossier-1: has version 2 of 3",
                        "  PARKED postal/open-result-items: dossier 1 since dossier-1@4: why");
    }
}
