package vn.tthc.local.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import vn.tthc.local.Failure;

/** The keys of a local installation: made once, at random, for their owner's eyes only. */
public final class Keys {
    private static final int RSA_BITS = 2048;
    private static final int SECRET_BYTES = 32;
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
                write("token-public.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                write("token-private.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            }
            secret("master.key");
            secret("lookup.key");
            secret("hash.key");
            return this;
        } catch (IOException e) {
            throw new Failure("the keys in " + folder + " cannot be written (" + e + ").");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The key that signs tokens.
     *
     * @throws Failure when the file is not such a key
     */
    PrivateKey signing() {
        try {
            String body = Files.readString(privateKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Failure("the file " + privateKey()
                    + " is broken; delete it together with token-public.pem and start" + " again.");
        }
    }

    private Path privateKey() {
        return folder.resolve("token-private.pem");
    }

    private void secret(String name) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            write(name, "1:" + Base64.getEncoder().encodeToString(bytes) + "\n");
        }
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
