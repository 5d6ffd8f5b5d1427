package vn.tthc.local.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.tthc.local.Json;

class ProgressTest {
    private static final Progress QUERY = Progress.of(Json.mapper().readTree("""
            {"service":"query","unpublished":0,"brokerAnswers":true,"topics":{},
             "consumers":{"views":{"tthc.dossier":{"0":5,"1":0},"tthc.case":{"0":2}}},"held":1,"parkedDossiers":3}"""));

    @Test
    void readsWhatAServiceTells() {
        assertThat(QUERY.held()).isEqualTo(1);
        assertThat(QUERY.parked()).isEqualTo(3);
        assertThat(QUERY.unpublished()).isZero();
    }

    @Test
    void isPastEndsThatEveryConsumerHasReached() {
        assertThat(QUERY.behind(Map.of("tthc.dossier", Map.of(0, 5L, 1, 0L)))).isEmpty();
        assertThat(QUERY.behind(Map.of("tthc.dossier", Map.of(0, 6L))))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith("is at 5 of 6 in tthc.dossier-0");
    }

    @Test
    void aPartitionNobodyHasReadYetIsBehindUnlessItIsEmpty() {
        assertThat(QUERY.behind(Map.of("tthc.dossier", Map.of(7, 0L)))).isEmpty();
        assertThat(QUERY.behind(Map.of("tthc.dossier", Map.of(7, 1L)))).isNotEmpty();
    }

    @Test
    void nobodyIsPastEndsThatAreNotKnown() {
        Progress noBroker = Progress.of(Json.mapper().readTree("""
                {"service":"query","unpublished":0,"brokerAnswers":false,"topics":{},
                 "consumers":{"views":{"tthc.dossier":{"0":5}}},"held":0,"parkedDossiers":0}"""));
        Progress notStarted = Progress.of(Json.mapper().readTree("""
                {"service":"query","unpublished":0,"brokerAnswers":true,"topics":{},
                 "consumers":{"views":{}},"held":0,"parkedDossiers":0}"""));

        assertThat(noBroker.behind(Map.of())).isNotEmpty();
        assertThat(notStarted.behind(Map.of())).isNotEmpty();
    }

    @Test
    void aTopicItDoesNotListenToIsNoMatter() {
        assertThat(QUERY.behind(Map.of("tthc.reference", Map.of(0, 9L)))).isEmpty();
    }
}
