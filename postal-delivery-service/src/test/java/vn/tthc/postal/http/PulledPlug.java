package vn.tthc.postal.http;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;

/** Lets the service fail after some commands, as if it stopped there; does nothing until asked. */
@Component
class PulledPlug implements BeanPostProcessor {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final AtomicInteger LEFT = new AtomicInteger(NEVER);

    /** The service fails after so many more commands, until {@link #mend}. */
    static void after(int commands) {
        LEFT.set(commands);
    }

    static void mend() {
        LEFT.set(NEVER);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Commands commands ? new Pulled(commands) : bean;
    }

    private record Pulled(Commands commands) implements Commands {
        @Override
        public Outcome send(StreamId stream, Object command, CommandContext context) {
            if (LEFT.getAndUpdate(left -> left == NEVER ? NEVER : Math.max(0, left - 1)) == 0) {
                throw new IllegalStateException("the plug is pulled");
            }
            return commands.send(stream, command, context);
        }
    }
}
