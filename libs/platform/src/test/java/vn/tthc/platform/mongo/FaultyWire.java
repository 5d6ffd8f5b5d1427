package vn.tthc.platform.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A wire between a driver and a MongoDB that fails at the worst moment: after a command was carried out and before its
 * answer arrived, before the command arrived, or for good; that is slower than anybody waits; or whose server is no
 * primary any more. It reads whole messages of MongoDB's protocol and knows a command by its name.
 */
public final class FaultyWire implements AutoCloseable {
    /** Longer than any driver waits for an answer. */
    private static final Duration GIVES_UP_WITHIN = Duration.ofSeconds(30);

    /** What happens to a message. */
    public enum Fault {
        /** The command is carried out; its answer is dropped and the connection cut. */
        LOSE_THE_ANSWER,
        /** The command never arrives and the connection is cut. */
        LOSE_THE_COMMAND,
        /** The command is carried out; its answer comes when its sender has given up waiting and hung up. */
        DELAY_THE_ANSWER,
        /** The command arrives and is carried out when its sender has given up waiting and hung up. */
        DELAY_THE_COMMAND,
        /** The command is refused by a server that is no primary any more. */
        NOT_PRIMARY
    }

    private record Plan(String command, Fault fault, AtomicInteger times, Runnable meanwhile) {}

    private final ServerSocket server;
    private final InetSocketAddress target;
    private final @Nullable OnlyMember member;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger hit = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile Plan plan = new Plan("", Fault.LOSE_THE_ANSWER, new AtomicInteger(), () -> {});
    private volatile boolean cut;

    /** A wire to a MongoDB as it is. */
    public FaultyWire(InetSocketAddress target) {
        this(target, false);
    }

    private FaultyWire(InetSocketAddress target, boolean replicaSet) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.member = replicaSet ? new OnlyMember(address()) : null;
        Thread.ofVirtual().name("wire").start(this::accept);
    }

    /** A wire to a MongoDB that passes for the one member of a replica set: drivers send writes to it again. */
    public static FaultyWire toReplicaSet(InetSocketAddress target) {
        return new FaultyWire(target, true);
    }

    private String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** The address of a database at the other end. */
    public String uri(String database) {
        return "mongodb://" + address() + "/" + database + (member == null ? "" : "?replicaSet=" + OnlyMember.SET);
    }

    /** The next command of a name fails so; {@code "insert commits"} is an insert into that collection. */
    public void next(String command, Fault fault) {
        next(command, fault, () -> {});
    }

    /** The next command of a name fails so, and before its sender learns of it something else happens. */
    public void next(String command, Fault fault, Runnable meanwhile) {
        next(command, fault, 1, meanwhile);
    }

    /** So many commands of a name fail so, one after the other, and something else happens each time. */
    public void next(String command, Fault fault, int times, Runnable meanwhile) {
        plan = new Plan(command, fault, new AtomicInteger(times), meanwhile);
    }

    /** The server is no primary until it has been looked at so many times; only for one of a replica set. */
    public void stepDown(int looks) {
        if (member == null) {
            throw new IllegalStateException("only a member of a replica set steps down");
        }
        member.stepDown(looks);
    }

    /** How many connections one of the ends has closed. */
    int ended() {
        return ended.get();
    }

    /** How many messages met a fault. */
    public int hit() {
        return hit.get();
    }

    /** How many commands or answers came too late, and have come by now. */
    public int late() {
        return late.get();
    }

    /** Nothing goes through until {@link #mend}, but what is late already. */
    public void cut() {
        cut = true;
        open.forEach(FaultyWire::close);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                open.add(near);
                Thread.ofVirtual().name("wire-end").start(() -> carry(near));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void carry(Socket near) {
        try (near;
                Socket far = new Socket()) {
            if (cut) {
                return;
            }
            far.connect(target);
            open.add(far);
            InputStream asked = near.getInputStream();
            while (true) {
                WireMessage command = WireMessage.read(asked);
                Plan met = met(command);
                if (met == null) {
                    answer(command, far).write(near.getOutputStream());
                } else if (met.fault() == Fault.NOT_PRIMARY) {
                    met.meanwhile().run();
                    OnlyMember.notPrimary(command).write(near.getOutputStream());
                } else {
                    fail(met, command, near, far);
                    return;
                }
            }
        } catch (IOException e) {
            ended.incrementAndGet();
        } finally {
            open.remove(near);
        }
    }

    private WireMessage answer(WireMessage command, Socket far) throws IOException {
        OnlyMember.Ask ask = () -> {
            command.write(far.getOutputStream());
            return WireMessage.read(far.getInputStream());
        };
        return member == null ? ask.ask() : member.answer(command, ask);
    }

    private void fail(Plan met, WireMessage command, Socket near, Socket far) throws IOException {
        switch (met.fault()) {
            case LOSE_THE_ANSWER -> {
                answer(command, far);
                met.meanwhile().run();
            }
            case LOSE_THE_COMMAND -> met.meanwhile().run();
            case DELAY_THE_ANSWER -> {
                WireMessage answer = answer(command, far);
                untilGivenUp(met, near, far);
                late.incrementAndGet();
                answer.write(near.getOutputStream());
            }
            case DELAY_THE_COMMAND -> {
                untilGivenUp(met, near, far);
                answer(command, far);
                late.incrementAndGet();
            }
            case NOT_PRIMARY -> throw new IllegalArgumentException("that is an answer");
        }
    }

    /** What is on its way already arrives, even if nothing else does any more. */
    private void untilGivenUp(Plan met, Socket near, Socket far) throws IOException {
        open.remove(near);
        open.remove(far);
        met.meanwhile().run();
        near.setSoTimeout((int) GIVES_UP_WITHIN.toMillis());
        try {
            if (near.getInputStream().read() >= 0) {
                throw new IOException("it goes on before it has an answer");
            }
        } catch (SocketException e) {
            // Hung up without a farewell.
            ended.incrementAndGet();
        }
    }

    private @Nullable Plan met(WireMessage message) {
        Plan now = plan;
        if (now.command().isEmpty()
                || !message.is(now.command())
                || now.times().getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return null;
        }
        hit.incrementAndGet();
        return now;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
