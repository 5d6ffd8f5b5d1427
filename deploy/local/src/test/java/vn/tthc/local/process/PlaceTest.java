package vn.tthc.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;

class PlaceTest {
    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedTogetherWithWhoNeedsIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Place.free("intake-service", taken.getLocalPort()))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + ", which intake-service needs, is taken");
        }
    }

    @Test
    void aPortTakenOnEveryAddressIsTakenToo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> Place.free("broker", taken.getLocalPort())).isInstanceOf(Failure.class);
        }
    }

    @Test
    void aFolderThatCanBeWrittenToIsEnoughAndStaysEmpty() throws Exception {
        Path data = folder.resolve("data");

        assertThatCode(() -> Place.disk(data)).doesNotThrowAnyException();
        assertThat(Files.list(data)).isEmpty();
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaidInASentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Place.disk(file))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be written to");
    }

    @Test
    void shortNamesOfProcessesAreAsGoodAsLongOnes() {
        Fleet fleet = Fleet.of(new Home(folder, folder), new Ports(8080));

        assertThat(fleet.named("postal").name()).isEqualTo("postal-delivery-service");
        assertThat(fleet.named("postal-delivery").port()).isEqualTo(8083);
        assertThat(fleet.named("query-service").port()).isEqualTo(8084);
        assertThat(fleet.named("broker").port()).isEqualTo(9092);
        assertThatThrownBy(() -> fleet.named("mongo"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("processing-service");
    }
}
