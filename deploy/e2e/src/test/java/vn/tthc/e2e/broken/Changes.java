package vn.tthc.e2e.broken;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** What is written into the methods of a service: one call each, because the code is copied to where it runs. */
final class Changes {
    private Changes() {}

    /** The writer begins with a group. */
    static final class Group {
        private Group() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) List<?> group) {
            Wrong.group(group);
        }
    }

    /** The writer is about to execute a statement of its own. */
    static final class Statement {
        private Statement() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) String sql, @Advice.FieldValue("connection") Connection connection) {
            Wrong.statement(sql, connection);
        }
    }

    /** A commit has its place in the log, and is not durable yet. */
    static final class Appended {
        private Appended() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return Object result) {
            Wrong.appended(result);
        }
    }

    /** A commit is looked for. */
    static final class ReadBack {
        private ReadBack() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Argument(1) String command, @Advice.Return(readOnly = false) Optional<?> found) {
            found = Wrong.readBack(command, found);
        }
    }

    /** The relay begins with a batch. */
    static final class Publish {
        private Publish() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(0) List<?> batch, @Advice.FieldValue("log") Object log) {
            Wrong.publish(batch, log);
        }
    }

    /** A consumer has found out what to do with a record. */
    static final class Turn {
        private Turn() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object turn) {
            turn = Wrong.turn(turn);
        }
    }

    /** A view has found out whether an event is new to it. */
    static final class IsNew {
        private IsNew() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean isNew) {
            isNew = Wrong.isNew(isNew);
        }
    }

    /** It is known by how much the counters move. */
    static final class Difference {
        private Difference() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.Origin Class<?> contribution,
                @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object after,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object difference) {
            difference = Wrong.difference(contribution, after, difference);
        }
    }
}
