package vn.tthc.simulator;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Entry of the process {@code simulator}. */
public final class SimulatorMain {
    private SimulatorMain() {}

    /** Starts it; it runs until it is ended. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        Faults faults = Faults.of(environment);
        Simulator simulator = new Simulator(
                Integer.parseInt(environment.getOrDefault("SERVER_PORT", "8085")),
                URI.create(environment.getOrDefault("TTHC_SIMULATOR_TARGET", "http://127.0.0.1:8083")),
                Secrets.of(environment),
                faults);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "stop"));
        System.out.println("Carriers on port " + simulator.port() + " with " + faults);
        Thread.currentThread().join();
    }
}
