package vn.tthc.e2e.plug;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Lets a process stand still, which it does not notice, and go on. */
final class Signals {
    private Signals() {}

    /** SIGSTOP. */
    static void freeze(ProcessHandle process) throws IOException, InterruptedException {
        send("STOP", process);
    }

    /** SIGCONT. */
    static void thaw(ProcessHandle process) throws IOException, InterruptedException {
        send("CONT", process);
    }

    private static void send(String signal, ProcessHandle process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new AssertionError("SIG" + signal + " did not reach process " + process.pid());
        }
    }
}
