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
            + " -Dtest=FourLevelsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwalkthrough.write";

    private static final Path PAGE = Tthc.REPOSITORY.resolve("docs/walkthrough.md");
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/yyyy", Locale.ROOT).withZone(VIETNAM);

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

    /**
     * What is the same whenever it is run: what is told between the tables, and of their rows which facts and which lines
     * of the explanation there are. Which of two services told its own first, how often a draft was made anew before
     * somebody signed it, and so the rows themselves, differ; the slip is compared by the test.
     */
    static String skeleton(String page) {
        return page.lines()
                .filter(line -> BETWEEN.stream().noneMatch(code -> line.startsWith("| " + code + " ")))
                .map(WalkthroughPage::undated)
                .map(WalkthroughPage::named)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Of a row the name of its fact or of its line; anything else as it is. */
    private static String named(String line) {
        if (!line.startsWith("|")) {
            return line;
        }
        String[] cells = line.split("\\|", -1);
        String fact = cells.length > 2 ? cells[2].strip() : "";
        return fact.startsWith("`") ? fact : cells[1].strip().matches("[A-Z_]+") ? cells[1].strip() : "";
    }

    private static String undated(String line) {
        return line.replaceAll("(Thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ [Nn]hật|Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", "")
                .replaceAll("\\d{2}:\\d{2}(:\\d{2})?( ngày)? \\d{2}/\\d{2}/\\d{4}", "{moment}")
                .replaceAll("\\d{2} giờ \\d{2} phút, ngày \\d{2}/\\d{2}/\\d{4}", "{moment}")
                .replaceAll("\\d{2}:\\d{2} on \\d{1,2} [A-Z][a-z]+ \\d{4}", "{moment}")
                .replaceAll("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}", "{moment}")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}", "{day}")
                .replaceAll("H36\\.\\d{3}-\\d{8}-\\d{7}", "{code}")
                .replaceAll("\\b\\d+ (phút|min)\\b", "{time}")
                .replaceAll("version \\d+ of", "version {n} of")
                .replaceAll("\\| \\d+ \\|$", "| {minutes} |");
    }

    private static String page(Walkthrough.Told told) {
        return """
                # One dossier through four levels, from the counter to the result

                What a dossier goes through on the running system: filed at the counter of a ward (xã), worked on there, at the district (huyện), at the province (tỉnh) and in the capital (trung ương), held up by everything that can hold up a dossier, and returned. Everything below was told by the services themselves; only the words between are written. A test runs it again with every build and compares it, but for codes, moments and the days that lay between (`FourLevelsTest`).

                **One thing is supposed here**: districts ended on 30/06/2025, and the shipped reference data refuse to give them anything. The services of this test were started with other reference data (`tthc.intake.reference`), in which Đà Lạt City still stands between its ward and the province. Nothing else differs ([0045](adr/0045-the-walk-through-four-levels-runs-on-reference-data-of-its-own.md)).

                The procedure was published for this: fourteen days, with budgets that no fortnight can hold, so the system sees at the hand-over that it will be late and drafts the apology by itself; and again each time its due date has moved.

                Code: `%s`.

                ## The way it was to go

                `GET /api/v1/procedures/9.000001/flow`.

                ```mermaid
                %s
                ```

                ## What happened

                | when | type | diễn biến | what happened |
                |---|---|---|---|
                %s

                ## The control slip (phiếu kiểm soát quá trình giải quyết hồ sơ, Mẫu %s)

                `GET /api/v1/cases/{dossierId}/forms/CONTROL_SHEET`, Thông tư số %s, version %s of the case; the same as PDF under `…/pdf`. Every line is a hand-over on record, and the test holds its moments against the timeline above.

                | | |
                |---|---|
                %s

                | %s |
                |---|---|---|---|
                %s

                %s

                ## Why it is due when it is

                `GET /api/v1/dossiers/{id}/deadline`. Due %s; promised %s; the due date stays the measured one: `%s`.

                | line | giải thích | explanation | ground | minutes |
                |---|---|---|---|---|
                %s
                """.formatted(
                told.dossier().path("code").asString(),
                told.flow().strip(),
                rows(told.facts(), WalkthroughPage::happened),
                told.slip().path("number").asString(),
                told.slip().path("circular").asString(),
                told.slip().path("version").asString(),
                rows(told.slip().path("fields").valueStream().toList(), WalkthroughPage::field),
                told.slip()
                        .path("table")
                        .path("columns")
                        .valueStream()
                        .map(column -> column.path("vi").asString())
                        .collect(Collectors.joining(" | ")),
                rows(told.slip().path("table").path("rows").valueStream().toList(), WalkthroughPage::leg),
                rows(told.slip().path("notes").valueStream().toList(), note -> "- " + note.asString()),
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

    private static String field(JsonNode field) {
        return "| %s | %s |"
                .formatted(
                        field.path("label").path("vi").asString(),
                        field.path("value").asString(""));
    }

    private static String leg(JsonNode row) {
        return row.valueStream()
                .map(cell -> cell.asString().replace("\n", "<br>"))
                .collect(Collectors.joining(" | ", "| ", " |"));
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
