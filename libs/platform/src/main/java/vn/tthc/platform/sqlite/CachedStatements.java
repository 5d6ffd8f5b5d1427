package vn.tthc.platform.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that keeps its prepared statements: parsing SQL costs more than most of our statements do. A closed
 * statement goes back to the shelf with its result set closed, so that no read transaction is held open by accident.
 * For one thread at a time, as the connection itself.
 */
final class CachedStatements {
    private static final int KEPT_PER_SQL = 4;

    private final Connection connection;
    private final Map<String, Deque<PreparedStatement>> shelf = new HashMap<>();

    private CachedStatements(Connection connection) {
        this.connection = connection;
    }

    static Connection around(Connection connection) {
        CachedStatements cache = new CachedStatements(connection);
        return (Connection) Proxy.newProxyInstance(
                CachedStatements.class.getClassLoader(), new Class<?>[] {Connection.class}, cache::onConnection);
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        if (method.getName().equals("prepareStatement") && args != null && args.length == 1) {
            return borrow((String) args[0]);
        }
        return call(connection, method, args);
    }

    private PreparedStatement borrow(String sql) throws SQLException {
        Deque<PreparedStatement> kept = shelf.computeIfAbsent(sql, key -> new ArrayDeque<>());
        PreparedStatement found = kept.poll();
        PreparedStatement statement = found != null ? found : connection.prepareStatement(sql);
        return (PreparedStatement) Proxy.newProxyInstance(
                CachedStatements.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new Borrowed(statement, kept)::onStatement);
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() != null ? e.getCause() : e;
        }
    }

    private static final class Borrowed {
        private final PreparedStatement statement;
        private final Deque<PreparedStatement> home;
        private @Nullable ResultSet results;
        private boolean returned;

        Borrowed(PreparedStatement statement, Deque<PreparedStatement> home) {
            this.statement = statement;
            this.home = home;
        }

        @Nullable
        Object onStatement(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    giveBack();
                    yield null;
                }
                case "isClosed" -> returned;
                case "executeQuery" -> {
                    results = (ResultSet) call(statement, method, args);
                    yield results;
                }
                default -> call(statement, method, args);
            };
        }

        private void giveBack() throws SQLException {
            if (returned) {
                return;
            }
            returned = true;
            if (results != null) {
                results.close();
            }
            statement.clearParameters();
            if (home.size() < KEPT_PER_SQL) {
                home.push(statement);
            } else {
                statement.close();
            }
        }
    }
}
