package vn.tthc.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.local.Failure;

class EventLogFileTest {
    private static final String HEADER =
            "case:channel,case:concept:name,case:deadline,case:department,case:enddate,concept:instance,concept:name,"
                    + "org:group,org:resource,time:timestamp\n";
    private static final String DUE = "2010-11-26 01:06:40+01:00";

    @TempDir
    Path folder;

    private final List<CasePlan> plans = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    @Test
    void aCaseIsItsReceptionAndItsOtherRowsInTheOrderOfTheFile() throws IOException {
        read(row("c1", "t1", "Confirmation of receipt", "2010-10-20 12:56:58.348000+02:00")
                + row("c1", "t3", "T04", "2010-10-20 13:00:00+02:00")
                + row("c1", "t2", "T02", "2010-10-20 12:57:00+02:00"));

        assertThat(complaints).isEmpty();
        assertThat(plans).singleElement().satisfies(plan -> {
            assertThat(plan.reception().at()).isEqualTo(Instant.parse("2010-10-20T10:56:58.348Z"));
            assertThat(plan.deadline()).contains(Instant.parse("2010-11-26T00:06:40Z"));
            assertThat(plan.end()).isEmpty();
            assertThat(plan.reception().channel()).isEqualTo("ONLINE");
            assertThat(plan.reception().group()).isEmpty();
            assertThat(plan.steps()).extracting(LogRow::instance).containsExactly("t3", "t2");
        });
    }

    @Test
    void casesWhoseRowsAreInterleavedComeOutWhole() throws IOException {
        read(row("c1", "t1", "Confirmation of receipt", "2010-10-20 12:00:00+02:00")
                + row("c2", "t2", "T02", "2010-10-20 12:00:00+02:00")
                + row("c1", "t3", "T02", "2010-10-20 12:00:00+02:00")
                + row("c2", "t4", "Confirmation of receipt", "2010-10-20 12:00:00+02:00"));

        assertThat(plans).extracting(plan -> plan.reception().caseId()).containsExactly("c1", "c2");
        assertThat(plans).allSatisfy(plan -> assertThat(plan.steps()).hasSize(1));
    }

    @Test
    void aRowThatCannotBeUnderstoodIsNamedWithItsLineAndTheRestGoesOn() throws IOException {
        read(row("c1", "t1", "Confirmation of receipt", "2010-10-20 12:00:00+02:00")
                + row("c1", "t2", "T02", "yesterday")
                + "nonsense\n"
                + row("c1", "", "T02", "2010-10-20 12:00:00+02:00")
                + row("c1", "t5", "T02", "2010-10-20 12:00:00+02:00").replace("Internet", "Fax")
                + row("c1", "t6", "T02", "2010-10-20 12:00:00")
                + row("c1", "t7", "T02", "2010-10-20 12:00:00+02:00"));

        assertThat(complaints).extracting(Complaint::line).containsExactly(3, 4, 5, 6, 7);
        assertThat(complaints).allMatch(complaint -> complaint.kind() == Complaint.Kind.MALFORMED);
        assertThat(plans)
                .singleElement()
                .satisfies(plan ->
                        assertThat(plan.steps()).extracting(LogRow::instance).containsExactly("t7"));
    }

    @Test
    void aCaseWithoutItsReceptionIsNamedAndLeftOut() throws IOException {
        read(row("c1", "t1", "T02", "2010-10-20 12:00:00+02:00"));

        assertThat(plans).isEmpty();
        assertThat(complaints).extracting(Complaint::line).containsExactly(2);
    }

    @Test
    void aRowThatContradictsItsCaseIsNamed() throws IOException {
        read(row("c1", "t1", "Confirmation of receipt", "2010-10-20 12:00:00+02:00")
                + row("c1", "t2", "T02", "2010-10-20 12:00:00+02:00").replace(DUE, "2011-01-01 00:00:00+01:00")
                + row("c1", "t3", "Confirmation of receipt", "2010-10-21 12:00:00+02:00"));

        assertThat(complaints).extracting(Complaint::line).containsExactly(3, 4);
        assertThat(plans)
                .singleElement()
                .satisfies(plan -> assertThat(plan.steps()).isEmpty());
    }

    @Test
    void aFileThatIsNoEventLogIsRefusedAsAWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> new EventLogFile(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("case:concept:name");
        assertThatThrownBy(() -> new EventLogFile(folder.resolve("nowhere.csv")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void theLogThatComesAlongIsTakenWhole() {
        EventLogFile log = new EventLogFile(Path.of("../demo/wabo-receipt-log.csv"));
        log.read(plans::add, complaints::add);

        assertThat(log.cases()).isEqualTo(717);
        assertThat(complaints).isEmpty();
        assertThat(plans).hasSize(717);
        assertThat(plans.stream().mapToInt(plan -> plan.steps().size()).sum()).isEqualTo(3604);
    }

    private void read(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), HEADER + rows);
        new EventLogFile(file).read(plans::add, complaints::add);
    }

    private static String row(String caseId, String instance, String activity, String at) {
        return String.join(",", "Internet", caseId, DUE, "General", "", instance, activity, "EMPTY", "R1", at) + "\n";
    }
}
