package vn.tthc.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void wordsSwitchesAndOptionsMayStandInAnyOrder() {
        Arguments arguments = Arguments.parse(new String[] {"--json", "replay", "--source", "x", "log.csv"});

        assertThat(arguments.json()).isTrue();
        assertThat(arguments.word("FILE")).isEqualTo("log.csv");
        assertThat(arguments.option("--source", "coselog")).isEqualTo("x");
        assertThat(arguments.option("--procedure", "p")).isEqualTo("p");
        assertThat(Arguments.parse(new String[] {"statistics", "--source=y"}).option("--source"))
                .isEqualTo("y");
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> Arguments.parse(new String[] {"up", "--fast"}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> Arguments.parse(new String[] {"statistics", "--source"}))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Arguments.parse(new String[] {"up", "now"}).noWords())
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Arguments.parse(new String[] {"token"}).word("NAME"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void theFolderOfAllDataIsSeenFromWhereTheCommandWasCalled() {
        Path repository = Path.of("/repo");

        assertThat(Home.of(repository, Map.of()).data()).isEqualTo(Path.of("/repo/.tthc"));
        assertThat(Home.of(repository, Map.of("TTHC_HOME", "x", "CALLED_FROM", "/here"))
                        .data())
                .isEqualTo(Path.of("/here/x"));
        assertThat(Home.of(repository, Map.of("TTHC_HOME", "/x")).data()).isEqualTo(Path.of("/x"));
    }

    @Test
    void cachesLieBesideTheDataUnlessSeveralPlacesShareThem() {
        Path repository = Path.of("/repo");

        assertThat(Home.of(repository, Map.of("TTHC_HOME", "/x")).caches()).isEqualTo(Path.of("/x/aot"));
        assertThat(Home.of(repository, Map.of("TTHC_HOME", "/x", "TTHC_CACHES", "c", "CALLED_FROM", "/here"))
                        .caches())
                .isEqualTo(Path.of("/here/c"));
    }

    @Test
    void portsMoveTogether() {
        assertThat(Ports.of(Map.of()).broker()).isEqualTo(9092);
        assertThat(Ports.of(Map.of("TTHC_PORT_BASE", "18080")).query()).isEqualTo(18084);
        assertThatThrownBy(() -> Ports.of(Map.of("TTHC_PORT_BASE", "many"))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Ports.of(Map.of("TTHC_PORT_BASE", "65000"))).isInstanceOf(Failure.class);
    }
}
