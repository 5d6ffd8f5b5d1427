package vn.tthc.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;

/** Looks at ports, disk and built files before anything is started, so that nothing is left half started. */
final class Place {
    private static final long NEEDED_MB = 200;
    private static final int PROBE_BYTES = 1 << 20;

    private Place() {}

    /**
     * Checks what the processes will need.
     *
     * @throws Failure for the first thing that is missing
     */
    static void check(Home home, List<ProcessSpec> toStart) {
        for (ProcessSpec spec : toStart) {
            built(spec);
            free(spec.name(), spec.port());
            spec.furtherPorts().forEach(port -> free(spec.name(), port));
        }
        disk(home.data());
    }

    private static void built(ProcessSpec spec) {
        for (Path jar : spec.classPath()) {
            if (!Files.isReadable(jar)) {
                throw new Failure("the file " + jar + " of " + spec.name() + " is missing; ./tthc build makes it.");
            }
        }
    }

    static void free(String name, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Failure("port " + port + ", which " + name
                    + " needs, is taken by another program; stop that one, or move all ports with TTHC_PORT_BASE.");
        }
    }

    static void disk(Path folder) {
        Path probe = folder.resolve("write-probe");
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace() >> 20;
            if (free < NEEDED_MB) {
                throw new Failure("the disk of " + folder + " is full: " + free + " MB are free and " + NEEDED_MB
                        + " MB are needed.");
            }
            try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate(PROBE_BYTES));
                channel.force(true);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            throw new Failure("the folder " + folder + " cannot be written to (" + e + ").");
        }
    }
}
