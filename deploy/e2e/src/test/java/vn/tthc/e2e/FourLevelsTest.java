package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A dossier through xã, huyện, tỉnh and trung ương, on a system whose district has not ended. */
class FourLevelsTest {
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Pattern ON_THE_SLIP =
            Pattern.compile("(Giao|Nhận): (\\d{2} giờ \\d{2} phút, ngày [0-9/]{10})");
    private static final Set<String> GIVEN =
            Set.of("dossier.handed-over", "case.forwarded", "case.sent-back", "case.finished");
    private static final String TAKEN = "case.custody-accepted";

    @TempDir
    Path reference;

    @Test
    void aDossiersWholeWayIsWhatTheWalkthroughTells() throws Exception {
        Tthc tthc = Tthc.on("four-levels", Map.of("TTHC_INTAKE_REFERENCE", FourLevels.in(reference)));
        tthc.clean();
        try {
            tthc.ok(660, "up");
            Walkthrough.Told told = new Walkthrough(new Http(tthc)).run();

            assertThat(onTheSlip(told.slip()))
                    .as("who gave and who took, as another service tells it")
                    .isEqualTo(onTheTimeline(told.facts()));
            assertThat(WalkthroughPage.tells(told)).as(WalkthroughPage.COMMAND).isTrue();
        } finally {
            tthc.ok(120, "down");
        }
    }

    private static List<String> onTheSlip(JsonNode slip) {
        return slip.path("table")
                .path("rows")
                .valueStream()
                .flatMap(row ->
                        ON_THE_SLIP.matcher(row.path(1).asString()).results().map(MatchResult::group))
                .toList();
    }

    private static List<String> onTheTimeline(List<JsonNode> facts) {
        return facts.stream()
                .flatMap(fact -> {
                    String type = fact.path("type").asString();
                    String who = GIVEN.contains(type) ? "Giao: " : TAKEN.equals(type) ? "Nhận: " : "";
                    return who.isEmpty()
                            ? Stream.empty()
                            : Stream.of(who + printed(fact.path("at").asString()));
                })
                .toList();
    }

    private static String printed(String at) {
        Instant instant = OffsetDateTime.parse(at).toInstant();
        return PRINTED.format(instant);
    }
}
