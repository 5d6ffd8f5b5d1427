package vn.tthc.platform.consume;

import java.time.Duration;

/**
 * Times by which processes on one store agree about generations, each by its own clock.
 *
 * @param look how often each looks which generation serves
 * @param lease for so long a process may read what it believes to serve without looking again
 * @param grace for so long what does not serve any more stays; much longer than the lease
 * @param patience who builds and does not say so for as long is given up
 */
record GenerationTimes(Duration look, Duration lease, Duration grace, Duration patience) {
    static final GenerationTimes STANDARD = new GenerationTimes(
            Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofSeconds(12));
}
