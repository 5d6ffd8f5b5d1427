package vn.tthc.e2e.broken;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** Packs this package into the jar that the virtual machine takes as an agent. */
public final class AgentJar {
    private AgentJar() {}

    /** Writes the jar; what it needs it finds where this test found it. */
    public static Path write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(new Attributes.Name("Premain-Class"), BrokenBuild.class.getName());
        main.put(Attributes.Name.CLASS_PATH, place(ByteBuddy.class).toUri().toASCIIString());
        Files.createDirectories(jar.toAbsolutePath().getParent());
        String folder = BrokenBuild.class.getPackageName().replace('.', '/');
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> classes = Files.list(place(BrokenBuild.class).resolve(folder))) {
            for (Path each : classes.sorted().toList()) {
                out.putNextEntry(new JarEntry(folder + "/" + each.getFileName()));
                try (InputStream in = Files.newInputStream(each)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return jar;
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
