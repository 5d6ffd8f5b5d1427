package vn.tthc.local.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.tthc.local.Home;

/** Stops everything: the services together, then what they stand on, so that they can say to the broker what they still have. */
public final class Down {
    private final Home home;
    private final Fleet fleet;
    private final Consumer<String> say;

    public Down(Home home, Fleet fleet, Consumer<String> say) {
        this.home = home;
        this.fleet = fleet;
        this.say = say;
    }

    /** Stops what runs and answers with its names. */
    public List<String> run() throws InterruptedException {
        Stopper.stop(new PidFile(home.caches(), "trainer").live());
        List<String> stopped = new ArrayList<>();
        for (boolean service : new boolean[] {true, false}) {
            stopped.addAll(stop(fleet.all().stream()
                    .filter(spec -> spec.service() == service)
                    .toList()));
        }
        return stopped;
    }

    /** Stops some processes. */
    public List<String> stop(List<ProcessSpec> specs) throws InterruptedException {
        Processes processes = new Processes(home, fleet);
        List<ProcessSpec> running =
                specs.stream().filter(spec -> processes.live(spec).isPresent()).toList();
        Stopper.stop(
                running.stream().flatMap(spec -> processes.live(spec).stream()).toList());
        specs.forEach(spec -> new PidFile(home.run(), spec.name()).delete());
        running.forEach(spec -> say.accept("  " + spec.name() + " stopped"));
        return running.stream().map(ProcessSpec::name).toList();
    }
}
