package vn.tthc.e2e.broken;

import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.Map;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;

/** The agent. It changes the classes named here and no others; each change does nothing while its fault is off. */
public final class BrokenBuild {
    private static final String PLATFORM = "vn.tthc.platform.";
    private static final Map<String, AsmVisitorWrapper> CHANGES = Map.of(
            PLATFORM + "sqlite.WriteQueue",
            Advice.to(Changes.Group.class).on(named("commit").and(takesArguments(1))),
            PLATFORM + "log.sqlite.LogWrites",
            Advice.to(Changes.Appended.class).on(named("append")),
            PLATFORM + "log.sqlite.SqliteEventLog",
            Advice.to(Changes.ReadBack.class).on(named("byCommand")),
            PLATFORM + "relay.Relay",
            Advice.to(Changes.Publish.class).on(named("publish").and(takesArguments(1))),
            PLATFORM + "consume.Steps",
            Advice.to(Changes.Turn.class).on(named("turn").and(isStatic())),
            "vn.tthc.query.dossierview.Sequence",
            Advice.to(Changes.IsNew.class).on(named("isNew").and(isStatic())),
            "vn.tthc.query.statistics.Contribution",
            Advice.to(Changes.Difference.class).on(named("difference").and(isStatic())));

    private BrokenBuild() {}

    /**
     * Called by the virtual machine before the program.
     *
     * @param folder where faults are turned on and off
     */
    public static void premain(String folder, Instrumentation instrumentation) {
        Wrong.in(new Faults(Path.of(folder)));
        AgentBuilder agent = new AgentBuilder.Default().disableClassFormatChanges();
        for (Map.Entry<String, AsmVisitorWrapper> change : CHANGES.entrySet()) {
            agent = agent.type(named(change.getKey()))
                    .transform((builder, type, loader, module, domain) -> "vn.tthc.platform.sqlite.WriteQueue"
                                    .equals(type.getName())
                            ? builder.visit(change.getValue())
                                    .visit(Advice.to(Changes.Statement.class).on(named("execute")))
                            : builder.visit(change.getValue()));
        }
        agent.installOn(instrumentation);
    }
}
