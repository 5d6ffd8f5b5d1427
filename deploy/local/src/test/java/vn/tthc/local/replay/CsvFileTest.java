package vn.tthc.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.local.replay.CsvLine.Broken;
import vn.tthc.local.replay.CsvLine.Values;

class CsvFileTest {
    @TempDir
    Path folder;

    @Test
    void aLostQuotationMarkHarmsOnlyItsOwnLine() throws IOException {
        assertThat(lines("a,b\n1,\"2\n3,4\n5,6\n"))
                .containsExactly(
                        new Broken(2, "a quotation mark is not closed"),
                        new Values(3, List.of("3", "4")),
                        new Values(4, List.of("5", "6")));
    }

    @Test
    void twoLostQuotationMarksHarmOnlyTheirOwnLines() throws IOException {
        assertThat(lines("a,b\n1,\"2\n3,4\n\"5,6\n7,8\n"))
                .contains(new Values(3, List.of("3", "4")), new Values(5, List.of("7", "8")))
                .hasSize(4);
    }

    @Test
    void aQuotedValueMayHoldCommasAndLineBreaks() throws IOException {
        assertThat(lines("a,b\n\"1,\n1\",\"x \"\"y\"\"\"\n3,4\n"))
                .containsExactly(new Values(2, List.of("1,\n1", "x \"y\"")), new Values(4, List.of("3", "4")));
    }

    @Test
    void aRowWithTooFewOrTooManyValuesIsBroken() throws IOException {
        assertThat(lines("a,b\n1\n1,2,3\n1,2"))
                .containsExactly(
                        new Broken(2, "it has 1 values where the header has 2"),
                        new Broken(3, "it has 3 values where the header has 2"),
                        new Values(4, List.of("1", "2")));
    }

    @Test
    void bytesThatAreNoTextHarmOnlyTheirOwnLine() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.write(file, "a,b\nX,2\nệ,4\n".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Files.readAllBytes(file);
        bytes[4] = (byte) 0xFF;
        Files.write(file, bytes);

        assertThat(lines(file)).containsExactly(new Broken(2, "it is not UTF-8"), new Values(3, List.of("ệ", "4")));
    }

    @Test
    void blankLinesCarriageReturnsAndAByteOrderMarkAreNoMatter() throws IOException {
        assertThat(lines("\uFEFFa,b\r\n\r\n1,2\r\n")).containsExactly(new Values(3, List.of("1", "2")));
        try (CsvFile csv = new CsvFile(folder.resolve("log.csv"))) {
            assertThat(csv.header()).containsExactly("a", "b");
        }
    }

    @Test
    void anEmptyFileHasNoColumnsAndNoRows() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    private List<CsvLine> lines(String text) throws IOException {
        return lines(Files.writeString(folder.resolve("log.csv"), text));
    }

    private static List<CsvLine> lines(Path file) throws IOException {
        List<CsvLine> lines = new ArrayList<>();
        try (CsvFile csv = new CsvFile(file)) {
            for (var line = csv.next(); line.isPresent(); line = csv.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }
}
