package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeAllocationTest extends IntakeServer {
    private static final int DOSSIERS = 100;

    @Test
    void aHundredReceptionsAtOnceGetAHundredCodes() throws Exception {
        List<Answer> submitted =
                Stream.generate(() -> submitted(submission())).limit(DOSSIERS).toList();
        List<Callable<Answer>> receptions = submitted.stream()
                .<Callable<Answer>>map(one -> () -> received(one))
                .toList();

        try (ExecutorService desks = Executors.newFixedThreadPool(32)) {
            List<Future<Answer>> received = desks.invokeAll(receptions, 60, TimeUnit.SECONDS);
            assertThat(received)
                    .allSatisfy(answer -> assertThat(answer.get().status()).isEqualTo(200));
            assertThat(received.stream().map(answer -> answer.resultNow().text("/code")))
                    .doesNotHaveDuplicates()
                    .hasSize(DOSSIERS);
        }
    }

    @Test
    void ofTwentyReceptionsOfOneDossierOneWins() throws Exception {
        Answer submitted = submitted(submission());
        Callable<Answer> reception = () -> received(submitted);

        try (ExecutorService desks = Executors.newFixedThreadPool(20)) {
            List<Future<Answer>> received =
                    desks.invokeAll(Stream.generate(() -> reception).limit(20).toList(), 60, TimeUnit.SECONDS);
            List<Integer> statuses = received.stream()
                    .map(answer -> answer.resultNow().status())
                    .sorted()
                    .toList();
            assertThat(statuses.getFirst()).isEqualTo(200);
            assertThat(statuses.subList(1, 20)).containsOnly(412);
        }
    }
}
