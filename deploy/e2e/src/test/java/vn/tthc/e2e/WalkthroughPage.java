package vn.tthc.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code docs/walkthrough.md}: what one dossier went through, as the running services tell it. */
final class WalkthroughPage {
    static final String COMMAND = "docs/walkthrough.md does not tell what happens now; write it with ./mvnw -T 2 verify"
            + " -Dtest=LocalSystemTest#aDossiersWholeWayIsWhatTheWalkthroughTells"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwalkthrough.write";

    private static final Path PAGE = Tthc.REPOSITORY.resolve("docs/walkthrough.md");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT).withZone(VIETNAM);

    /** Giao and nhận, and the end: what the control slip (Mẫu 06) holds. */
    private static final Set<String> HANDED = Set.of(
            "dossier.received",
            "dossier.handed-over",
            "case.custody-accepted",
            "case.forwarded",
            "case.sent-back",
            "case.finished",
            "dossier.processing-ended",
            "dossier.result-accepted",
            "dossier.returned");

    /** Lines of an explanation that depend on which days lie between. */
    private static final Set<String> BETWEEN =
            Set.of("COUNTED", "SKIPPED", "PAUSED_DAY", "PAUSE_IGNORED", "MOVED", "KEPT");

    private WalkthroughPage() {}

    /** Whether the page tells what happened but for ids, codes, moments and the days that lay between. */
    static boolean tells(Walkthrough.Told told) throws IOException {
        String page = page(told);
        if (System.getProperty("walkthrough.write") != null) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }
        return Files.exists(PAGE) && skeleton(Files.readString(PAGE)).equals(skeleton(page));
    }

    /** What is the same whenever it is run. */
    static String skeleton(String page) {
        return page.lines()
                .filter(line -> BETWEEN.stream().noneMatch(code -> line.startsWith("| " + code + " ")))
                .map(WalkthroughPage::undated)
                .collect(Collectors.joining("\n"));
    }

    private static String undated(String line) {
        return line.replaceAll("(Thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ [Nn]hật|Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", "")
                .replaceAll("\\d{2}:\\d{2}(:\\d{2})?( ngày)? \\d{2}/\\d{2}/\\d{4}", "{moment}")
                .replaceAll("\\d{2}:\\d{2} on \\d{1,2} [A-Z][a-z]+ \\d{4}", "{moment}")
                .replaceAll("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}", "{moment}")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}", "{day}")
                .replaceAll("H36\\.\\d{3}-\\d{8}-\\d{7}", "{code}")
                .replaceAll("\\b\\d+ (phút|min)\\b", "{time}")
                .replaceAll("\\| \\d+ \\|$", "| {minutes} |");
    }

    private static String page(Walkthrough.Told told) {
        return """
                # One dossier, from the counter to the result

                What a dossier goes through on the running system: filed at the counter of a ward, worked on at the commune, the province and in the capital, held up by everything that can hold up a dossier, and returned. Everything below was told by the services themselves; only the words between are written. A test runs it again with every build and compares it, but for codes, moments and the days that lay between (`WalkthroughPage`).

                The procedure was published for this: fourteen days, with budgets that no fortnight can hold, so the system sees at the hand-over that it will be late and drafts the apology by itself; and again each time its due date has moved.

                Code: `%s`. Districts (huyện) ended on 30/06/2025: giving it to one is refused with `%s`, "%s"

                ## What happened

                | when | type | diễn biến | what happened |
                |---|---|---|---|
                %s

                ## The control slip (phiếu kiểm soát quá trình giải quyết hồ sơ, Mẫu 06)

                Who gave and who took it, drawn from the same events.

                | thời gian giao, nhận | cơ quan | kết quả, ghi chú |
                |---|---|---|
                %s

                ## Why it is due when it is

                `GET /api/v1/dossiers/{id}/deadline`. Due %s; promised %s; the due date stays the measured one: `%s`.

                | line | giải thích | explanation | ground | minutes |
                |---|---|---|---|---|
                %s
                """.formatted(
                        told.dossier().path("code").asString(),
                        told.refusedByDistrict().path("code").asString(),
                        told.refusedByDistrict().path("messages").path("en").asString(),
                        rows(told.facts(), WalkthroughPage::happened),
                        rows(
                                told.facts().stream()
                                        .filter(fact -> HANDED.contains(
                                                fact.path("type").asString()))
                                        .toList(),
                                WalkthroughPage::handed),
                        moment(told.deadline().path("dueAt")),
                        moment(told.deadline().path("promisedAt")),
                        told.deadline().path("verdict").asString(),
                        rows(told.deadline().path("explanation").valueStream().toList(), WalkthroughPage::explained));
    }

    @FunctionalInterface
    private interface Row {
        String of(JsonNode node);
    }

    private static String rows(List<JsonNode> nodes, Row row) {
        return nodes.stream().map(row::of).collect(Collectors.joining("\n"));
    }

    private static String happened(JsonNode fact) {
        return "| %s | `%s` | %s | %s |"
                .formatted(
                        moment(fact.path("at")),
                        fact.path("type").asString(),
                        fact.path("text").path("vi").asString(),
                        fact.path("text").path("en").asString());
    }

    private static String handed(JsonNode fact) {
        return "| %s | %s | %s |"
                .formatted(
                        moment(fact.path("at")),
                        fact.path("agency").path("vi").asString(""),
                        fact.path("text").path("vi").asString());
    }

    private static String explained(JsonNode line) {
        return "| %s | %s | %s | %s | %d |"
                .formatted(
                        line.path("code").asString(),
                        line.path("vi").asString(),
                        line.path("en").asString(),
                        line.path("ground").asString(""),
                        line.path("countedMinutes").asLong());
    }

    private static String moment(JsonNode at) {
        Instant instant = OffsetDateTime.parse(at.asString()).toInstant();
        return TIME.format(instant);
    }
}
