package vn.tthc.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void remembersAProcessAsLongAsItRuns() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        try {
            PidFile file = new PidFile(folder, "broker");
            file.write(process.toHandle());
            assertThat(file.live()).contains(process.toHandle());

            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(file.live()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aStrangerWithTheSamePidIsNotTheProcess() throws Exception {
        Files.writeString(folder.resolve("broker.pid"), ProcessHandle.current().pid() + "\nticks 1\n");

        assertThat(new PidFile(folder, "broker").live()).isEmpty();
    }

    @Test
    void halfAFileNamesNothing() throws Exception {
        Files.writeString(folder.resolve("broker.pid"), "12");
        assertThat(new PidFile(folder, "broker").live()).isEmpty();
        Files.writeString(folder.resolve("broker.pid"), "x\ny\n");
        assertThat(new PidFile(folder, "broker").live()).isEmpty();
    }

    @Test
    void theStartIsReadBehindACommandNameWithBlanksAndParentheses() {
        String stat = "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 777 20 21";

        assertThat(ProcFiles.startTicks(stat)).contains("777");
        assertThat(ProcFiles.startTicks("42 (x) S 1")).isEmpty();
    }

    @Test
    void memoryIsReadFromTheRollUp() {
        String rollup = """
                00400000-7fff00000000 ---p 00000000 00:00 0    [rollup]
                Rss:              300000 kB
                Pss:              239390 kB
                Pss_Dirty:        200000 kB
                """;

        assertThat(ProcFiles.pssKb(rollup)).hasValue(239_390);
        assertThat(ProcFiles.pssKb("nothing")).isEmpty();
    }
}
