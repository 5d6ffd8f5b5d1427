package vn.tthc.local.aot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;
import vn.tthc.local.process.Fleet;
import vn.tthc.local.process.PidFile;
import vn.tthc.local.token.Keys;
import vn.tthc.local.token.People;

/** The trainer as a process of its own: it works at low priority after the launcher has gone. */
public final class TrainerMain {
    private TrainerMain() {}

    /**
     * Trains what has no cache.
     *
     * @param args the repository, then the folder of all data, then the folder of caches; then, if more than one
     *     process is to be trained at a time, how many
     */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        // A cache is found by the places of its jars: they have to be called what the launcher calls them.
        Home home = new Home(Path.of(args[0]).toRealPath(), Path.of(args[1]), Path.of(args[2]));
        // What a start makes ready, for a place where nothing has been started yet.
        new Keys(home.keys()).ensure();
        People.load().write(home.people());
        int atOnce = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        new Trainer(home, new Caches(home, true)).run(Fleet.of(home, Ports.of(System.getenv())), atOnce);
    }

    /** Starts the trainer and does not wait for it, unless there is nothing to train or it runs already. */
    public static void startFor(Home home, Fleet fleet, Caches caches) {
        // Beside the caches, which several places may share: two trainers would write over each other.
        PidFile pid = new PidFile(home.caches(), "trainer");
        if (fleet.all().stream().noneMatch(caches::missing) || pid.live().isPresent()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(
                TrainerMain.class.getName(),
                home.repository().toString(),
                home.data().toString(),
                home.caches().toString()));
        try {
            Caches.make(home.caches());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.logOf("trainer").toFile())
                    .start();
            pid.write(process.toHandle());
        } catch (IOException e) {
            // Without a trainer the next start is as slow as this one was; nothing else is lost.
            System.err.println("no quicker start next time: " + e.getMessage());
        }
    }
}
