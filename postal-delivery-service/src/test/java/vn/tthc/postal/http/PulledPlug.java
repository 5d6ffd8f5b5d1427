package vn.tthc.postal.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;

/** Lets the service fail after some commands, as if it stopped there or its log had no room; does nothing until asked. */
@Component
class PulledPlug implements BeanPostProcessor {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final AtomicInteger LEFT = new AtomicInteger(NEVER);
    private static final AtomicReference<Runnable> HOW = new AtomicReference<>(PulledPlug::gone);

    /** Nobody answers any more: no part of a request lives on to tell of it. */
    private static final class Gone extends Error {
        private static final long serialVersionUID = 1L;

        Gone() {
            super("the plug is pulled");
        }
    }

    /** The service is gone after so many more commands, until {@link #mend}. */
    static void after(int commands) {
        HOW.set(PulledPlug::gone);
        LEFT.set(commands);
    }

    /** After so many more commands each fails in a way of its own, until {@link #mend}. */
    static void after(int commands, Runnable how) {
        HOW.set(how);
        LEFT.set(commands);
    }

    static void mend() {
        LEFT.set(NEVER);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Commands commands ? new Pulled(commands) : bean;
    }

    private static void gone() {
        throw new Gone();
    }

    private record Pulled(Commands commands) implements Commands {
        @Override
        public Outcome send(StreamId stream, Object command, CommandContext context) {
            if (LEFT.getAndUpdate(left -> left == NEVER ? NEVER : Math.max(0, left - 1)) == 0) {
                HOW.get().run();
            }
            return commands.send(stream, command, context);
        }
    }
}
