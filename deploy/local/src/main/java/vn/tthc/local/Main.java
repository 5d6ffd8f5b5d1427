package vn.tthc.local;

import java.nio.file.Path;
import java.time.InstantSource;

/** Entry of the launcher. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param args the command and what belongs to it
     */
    public static void main(String[] args) {
        int code;
        try {
            code = run(args);
        } catch (Failure e) {
            System.err.println("tthc: " + e.sentence());
            code = e.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            code = 130;
        }
        System.out.flush();
        System.exit(code);
    }

    private static int run(String[] args) throws InterruptedException {
        Arguments arguments = Arguments.parse(args);
        if (arguments.words().isEmpty()) {
            throw new Failure(Failure.USAGE, "say what to do; ./tthc help names every command.");
        }
        Home home = Home.of(
                Path.of(System.getProperty("tthc.root", ".")).toAbsolutePath().normalize(), System.getenv());
        Ports ports = Ports.of(System.getenv());
        SystemCommands system = new SystemCommands(home, ports, arguments);
        DataCommands data = new DataCommands(home, ports, arguments, InstantSource.system());
        KeepingCommands keeping = new KeepingCommands(home, ports, arguments, InstantSource.system(), system);
        return switch (arguments.words().get(0)) {
            case "up" -> system.up();
            case "down" -> system.down();
            case "status" -> system.status();
            case "logs" -> system.logs();
            case "restart" -> system.restart();
            case "clean-data" -> system.cleanData();
            case "token" -> data.token();
            case "replay" -> data.replay();
            case "statistics" -> data.statistics();
            case "story" -> data.story();
            case "verify" -> keeping.verify();
            case "rebuild" -> keeping.rebuild();
            case "parked" -> keeping.parked();
            case "backup" -> keeping.backup();
            case "restore" -> keeping.restore();
            case "demo" -> {
                system.start(false);
                yield data.demo();
            }
            default ->
                throw new Failure(
                        Failure.USAGE,
                        "there is no command '" + arguments.words().get(0) + "'; ./tthc help names them all.");
        };
    }
}
