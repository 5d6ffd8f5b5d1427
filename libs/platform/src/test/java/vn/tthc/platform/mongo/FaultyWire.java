package vn.tthc.platform.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A wire between a driver and a MongoDB that can be cut at the worst moment: after a command was carried out and before
 * its answer arrived, before the command arrived, or for good. It reads whole messages of MongoDB's protocol and knows a
 * command by its name.
 */
public final class FaultyWire implements AutoCloseable {
    private static final int HEADER = 16;
    private static final int LARGEST = 48 * 1024 * 1024;

    /** What happens to a message. */
    public enum Fault {
        /** The command is carried out; its answer is dropped and the connection cut. */
        LOSE_THE_ANSWER,
        /** The command never arrives and the connection is cut. */
        LOSE_THE_COMMAND
    }

    private record Plan(String command, Fault fault, AtomicInteger times, Runnable meanwhile) {}

    private final ServerSocket server;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger hit = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile Plan plan = new Plan("", Fault.LOSE_THE_ANSWER, new AtomicInteger(), () -> {});
    private volatile boolean cut;

    public FaultyWire(InetSocketAddress target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("wire").start(this::accept);
    }

    /** The address of a database at the other end. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + server.getLocalPort() + "/" + database;
    }

    /** The next command of a name fails so. */
    public void next(String command, Fault fault) {
        next(command, fault, () -> {});
    }

    /** The next command of a name fails so, and before its sender learns of it something else happens. */
    public void next(String command, Fault fault, Runnable meanwhile) {
        plan = new Plan(command, fault, new AtomicInteger(1), meanwhile);
    }

    /** How many connections one of the ends has closed. */
    int ended() {
        return ended.get();
    }

    /** How many messages met a fault. */
    public int hit() {
        return hit.get();
    }

    /** Nothing goes through until {@link #mend}. */
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
            InputStream answered = far.getInputStream();
            while (true) {
                byte[] command = message(asked);
                Plan met = met(command);
                if (met != null && met.fault() == Fault.LOSE_THE_COMMAND) {
                    met.meanwhile().run();
                    return;
                }
                write(far.getOutputStream(), command);
                byte[] answer = message(answered);
                if (met != null) {
                    met.meanwhile().run();
                    return;
                }
                write(near.getOutputStream(), answer);
            }
        } catch (IOException e) {
            ended.incrementAndGet();
        } finally {
            open.remove(near);
        }
    }

    private @Nullable Plan met(byte[] message) {
        Plan now = plan;
        if (now.command().isEmpty()
                || !names(message, now.command())
                || now.times().getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return null;
        }
        hit.incrementAndGet();
        return now;
    }

    /** The first field of a command's document is its name: after flags, the kind of section, size and type. */
    private static boolean names(byte[] message, String command) {
        int at = HEADER + 4 + 1 + 4 + 1;
        byte[] name = (command + "\0").getBytes(StandardCharsets.UTF_8);
        if (message.length < at + name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (message[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] message(InputStream in) throws IOException {
        byte[] size = in.readNBytes(4);
        if (size.length < 4) {
            throw new IOException("closed");
        }
        int length = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < HEADER || length > LARGEST) {
            throw new IOException("not a message");
        }
        byte[] message = new byte[length];
        System.arraycopy(size, 0, message, 0, 4);
        if (in.readNBytes(message, 4, length - 4) < length - 4) {
            throw new IOException("closed");
        }
        return message;
    }

    private static void write(OutputStream out, byte[] message) throws IOException {
        out.write(message);
        out.flush();
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
