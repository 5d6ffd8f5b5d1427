package vn.tthc.local.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tthc.local.Failure;

/** The keys of a local installation: made once, at random, for their owner's eyes only. */
public final class Keys {
    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 32;

    /** The private key that signs tokens. */
    public static final String SIGNING = "token-private.pem";

    /** The secret by which the identity provider knows this program. */
    public static final String LAUNCHER = "launcher.secret";

    /** The secret a simulated carrier shares with the post. */
    public static final String VNPOST = "carrier.key";

    /** That of another one: none can sign for the other. */
    public static final String EMS = "carrier-ems.key";

    /** The password of the demo people. */
    public static final String PASSWORD = "people.password";

    /** Five letters or digits that nobody mistakes for one another, four times: 100 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;

    public Keys(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes what is missing; what is there is never replaced, because data depend on it.
     *
     * @throws Failure when the folder cannot be written to
     */
    public Keys ensure() {
        try {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
            if (!Files.exists(privateKey())) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                KeyPair pair = generator.generateKeyPair();
                write(SIGNING, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            }
            secret("master.key");
            secret("lookup.key");
            secret("hash.key");
            secret(VNPOST);
            secret(EMS);
            once(LAUNCHER, Keys::random);
            once(PASSWORD, Keys::password);
            return this;
        } catch (IOException e) {
            throw new Failure("the keys in " + folder + " cannot be written (" + e + ").");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The secret this program shows to the identity provider.
     *
     * @throws Failure when the file cannot be read
     */
    String launcherSecret() {
        try {
            return Files.readString(folder.resolve(LAUNCHER)).strip();
        } catch (IOException e) {
            throw new Failure("the file " + folder.resolve(LAUNCHER) + " cannot be read (" + e + ").");
        }
    }

    private Path privateKey() {
        return folder.resolve(SIGNING);
    }

    private void secret(String name) throws IOException {
        once(name, () -> "1:" + random());
    }

    private void once(String name, Supplier<String> content) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            write(name, content.get() + "\n");
        }
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String password() {
        return Stream.generate(() -> RANDOM.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(i -> LETTERS.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .limit(GROUPS)
                .collect(Collectors.joining("-"));
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + what + "-----\n";
    }

    /** Readable by nobody else before there is anything to read; whole or not there at all. */
    private void write(String name, String text) throws IOException {
        Path made = folder.resolve(name + ".new");
        Files.deleteIfExists(made);
        Files.createFile(made);
        restrict(made, "rw-------");
        Files.write(made, text.getBytes(StandardCharsets.US_ASCII));
        Files.move(made, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
