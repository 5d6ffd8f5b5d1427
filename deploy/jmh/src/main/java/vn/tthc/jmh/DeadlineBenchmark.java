package vn.tthc.jmh;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.Deadline;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Deadlines;
import vn.tthc.law.clock.Pause;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.law.clock.WorkingCalendar;

/**
 * A due moment whose term is a month long, over Tết 2026 and with a pause: what a preview computes for every citizen who
 * asks before filing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class DeadlineBenchmark {
    private final WorkingCalendar calendar = Calendars.byDefault();
    private final DeadlineRequest month = request(new Term(1, TermUnit.MONTH));
    private final DeadlineRequest workingDays = request(new Term(22, TermUnit.WORKING_DAY));

    private static DeadlineRequest request(Term term) {
        Pause pause = new Pause(
                Instant.parse("2026-02-05T03:00:00Z"), Instant.parse("2026-02-09T08:30:00Z"), PauseReason.SUPPLEMENT);
        return new DeadlineRequest(Instant.parse("2026-02-02T03:12:00Z"), term, Channel.COUNTER, List.of(pause), null);
    }

    /** One calendar month. */
    @Benchmark
    public Instant month() {
        return Deadlines.dueAt(month, calendar);
    }

    /** The working days of a month, counted by the minute. */
    @Benchmark
    public Instant workingDaysOfAMonth() {
        return Deadlines.dueAt(workingDays, calendar);
    }

    /** The same with its derivation, line by line. */
    @Benchmark
    public Deadline workingDaysOfAMonthExplained() {
        return Deadlines.explain(workingDays, calendar);
    }
}
