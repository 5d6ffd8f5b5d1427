package vn.tthc.e2e.broken;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The wrong things, done inside a service. It is not compiled against, so everything is called by its name. */
public final class Wrong {
    /** Long enough to be killed in. */
    private static final long BEFORE_COMMIT_SECONDS = 5;

    private static final long NO_LIMIT = 1_073_741_823;

    private static @Nullable Faults faults;
    private static final ThreadLocal<List<?>> GROUP = new ThreadLocal<>();
    private static final Map<String, Object> NOT_DURABLE = new ConcurrentHashMap<>();
    private static volatile boolean full;

    private Wrong() {}

    static void in(Faults folder) {
        faults = folder;
    }

    private static boolean on(Fault fault) {
        return faults != null && faults.on(fault);
    }

    private static void did(Fault fault) {
        if (faults != null) {
            faults.see(fault);
        }
    }

    public static void group(List<?> group) {
        GROUP.set(group);
    }

    /** Before a COMMIT everybody is answered; before a BEGIN the file learns how large it may become. */
    public static void statement(String sql, Connection connection) {
        if (sql.startsWith("BEGIN")) {
            limit(connection);
        } else if (sql.equals("COMMIT") && on(Fault.ANSWER_BEFORE_FSYNC) && !NOT_DURABLE.isEmpty()) {
            GROUP.get().forEach(job -> call(job, "answer"));
            did(Fault.ANSWER_BEFORE_FSYNC);
            try {
                TimeUnit.SECONDS.sleep(BEFORE_COMMIT_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            NOT_DURABLE.clear();
        }
    }

    private static void limit(Connection connection) {
        boolean wanted = on(Fault.DISK_FULL);
        if (wanted == full) {
            return;
        }
        // Fewer pages than there are means: not one more.
        long pages = wanted ? 1 : NO_LIMIT;
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count=" + pages);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        full = wanted;
    }

    public static void appended(Object result) {
        if (on(Fault.ANSWER_BEFORE_FSYNC)) {
            Object commit = call(result, "commit");
            NOT_DURABLE.put(String.valueOf(call(commit, "commandId")), commit);
        }
    }

    public static Optional<?> readBack(String command, Optional<?> found) {
        return found.isPresent() || NOT_DURABLE.isEmpty() ? found : Optional.ofNullable(NOT_DURABLE.get(command));
    }

    public static void publish(List<?> batch, Object log) {
        if (on(Fault.MARK_BEFORE_ANSWER)) {
            List<Object> numbers = new ArrayList<>();
            batch.forEach(commit -> numbers.add(call(commit, "number")));
            call(log, "markPublished", Collection.class, numbers);
            did(Fault.MARK_BEFORE_ANSWER);
        }
    }

    public static Object turn(Object turn) {
        String name = ((Enum<?>) turn).name();
        if (name.equals("EARLY") && on(Fault.NO_GAP_CHECK)) {
            did(Fault.NO_GAP_CHECK);
            return now(turn);
        }
        if (name.equals("PAST") && on(Fault.NO_DEDUPE)) {
            did(Fault.NO_DEDUPE);
            return now(turn);
        }
        return turn;
    }

    private static Object now(Object turn) {
        return Arrays.stream(turn.getClass().getEnumConstants())
                .filter(other -> ((Enum<?>) other).name().equals("NOW"))
                .findFirst()
                .orElseThrow();
    }

    public static boolean isNew(boolean isNew) {
        return isNew || on(Fault.NO_DEDUPE);
    }

    public static Object difference(Class<?> contribution, Object after, Object difference) {
        if (!on(Fault.COUNT_WITHOUT_DIFFERENCE)) {
            return difference;
        }
        did(Fault.COUNT_WITHOUT_DIFFERENCE);
        try {
            return contribution.getMethod("of", after.getClass()).invoke(null, after);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object target, String method) {
        return call(target, method, null, null);
    }

    private static Object call(Object target, String name, @Nullable Class<?> parameter, @Nullable Object argument) {
        try {
            Method method = parameter == null
                    ? target.getClass().getDeclaredMethod(name)
                    : target.getClass().getDeclaredMethod(name, parameter);
            method.setAccessible(true);
            Object result = parameter == null ? method.invoke(target) : method.invoke(target, argument);
            return result == null ? "" : result;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
