package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.e2e.Tthc.Said;

/** What cannot work is said in one sentence, and nothing is left half started. */
class TroubleTest {
    @TempDir
    Path folder;

    @Test
    void aTakenPort() throws Exception {
        Tthc tthc = Tthc.on("taken");
        try (ServerSocket taken = new ServerSocket(tthc.intakePort(), 1, InetAddress.getLoopbackAddress())) {
            Said said = tthc.run(60, "up");

            assertOneSentence(said, "port " + taken.getLocalPort() + ", which intake-service needs, is taken");
            assertNothingRuns(tthc);
        }
    }

    @Test
    void aBrokenDataFile() throws Exception {
        Tthc tthc = Tthc.on("broken");
        tthc.clean();
        Path data = tthc.home().resolve("data/query-service/query.db");
        Files.createDirectories(data.getParent());
        Files.write(
                data,
                "this is no database, whatever its name says. ".repeat(200).getBytes(StandardCharsets.UTF_8));

        Said said = tthc.run(150, "up");

        assertOneSentence(said, "query.db");
        assertNothingRuns(tthc);
        tthc.clean();
    }

    @Test
    void aFolderThatIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Said said = new Tthc(file, 20_000, Map.of()).run(60, "up");

        assertOneSentence(said, file.toString());
    }

    @Test
    void aCommandOrFileThatDoesNotExist() throws Exception {
        Tthc tthc = Tthc.on("nowhere");

        assertOneSentence(tthc.run(60, "dance"), "there is no command 'dance'");
        assertOneSentence(tthc.run(60, "token", "mallory"), "there is no demo person 'mallory'");
        assertOneSentence(tthc.run(60, "replay", "nowhere.csv"), "there is no file");
        assertOneSentence(tthc.run(60, "logs", "kafka"), "there is no process 'kafka'");
    }

    private static void assertOneSentence(Said said, String about) {
        assertThat(said.exit()).isNotZero();
        assertThat(said.errLines())
                .singleElement()
                .asString()
                .startsWith("tthc: ")
                .contains(about);
    }

    private static void assertNothingRuns(Tthc tthc) throws Exception {
        assertThat(tthc.ok(60, "status", "--json").json().path("processes"))
                .allSatisfy(
                        process -> assertThat(process.path("health").asString()).isEqualTo("STOPPED"));
    }
}
