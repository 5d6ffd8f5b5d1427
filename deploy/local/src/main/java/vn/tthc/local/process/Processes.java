package vn.tthc.local.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.tthc.local.Home;

/** What runs of a fleet. */
public final class Processes {
    private final Home home;
    private final Fleet fleet;

    public Processes(Home home, Fleet fleet) {
        this.home = home;
        this.fleet = fleet;
    }

    /** The state of every process. */
    public List<ProcessStatus> status() throws InterruptedException {
        List<ProcessStatus> all = new ArrayList<>();
        try (HealthProbe probe = new HealthProbe(home.run())) {
            for (ProcessSpec spec : fleet.all()) {
                Optional<ProcessHandle> process = live(spec);
                all.add(
                        process.isEmpty()
                                ? new ProcessStatus(spec.name(), null, spec.port(), Health.STOPPED, null)
                                : status(spec, process.get(), probe.of(spec, process.get())));
            }
        }
        return all;
    }

    private static ProcessStatus status(ProcessSpec spec, ProcessHandle process, Health health) {
        OptionalLong pss = ProcFiles.pssKb(process.pid());
        return new ProcessStatus(
                spec.name(), process.pid(), spec.port(), health, pss.isPresent() ? pss.getAsLong() : null);
    }

    /** Whether anything of the fleet runs. */
    public boolean anything() {
        return fleet.all().stream().anyMatch(spec -> live(spec).isPresent());
    }

    Optional<ProcessHandle> live(ProcessSpec spec) {
        return new PidFile(home.run(), spec.name()).live();
    }
}
