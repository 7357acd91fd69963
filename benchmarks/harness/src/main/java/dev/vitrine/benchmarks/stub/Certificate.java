package dev.vitrine.benchmarks.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A certificate for loopback that signs itself, made by the JDK's keytool and deleted when it is closed: a stub shows it
 * to those who speak TLS alone, and their JVM trusts nothing else.
 */
public final class Certificate implements AutoCloseable {
    /** It guards nothing: the key is as old as the run, and is good for loopback. */
    private static final String PASSWORD = "loopback";

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    private final Path keyStore;

    private Certificate(Path keyStore) {
        this.keyStore = keyStore;
    }

    /** Makes one, in this folder. */
    public static Certificate in(Path folder) {
        Certificate certificate = new Certificate(folder.resolve("loopback.p12"));
        certificate.make();
        return certificate;
    }

    /** The one in this file. */
    static Certificate at(Path keyStore) {
        return new Certificate(keyStore);
    }

    /** The one that this JVM trusts, if it was started with {@link #trust}; else null. */
    public static @Nullable Certificate trusted() {
        String keyStore = System.getProperty(TRUST_STORE);
        return keyStore == null ? null : new Certificate(Path.of(keyStore));
    }

    /** The options of a JVM that trusts it. */
    public List<String> trust() {
        return List.of("-D" + TRUST_STORE + "=" + keyStore, "-D" + TRUST_STORE + "Password=" + PASSWORD);
    }

    /** Where it lies. */
    Path keyStore() {
        return keyStore;
    }

    /** A socket on loopback that speaks TLS, with so many connections waiting to be accepted. */
    ServerSocket listen(int backlog) throws IOException {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory().createServerSocket(0, backlog, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException unusable) {
            throw new IOException("not a certificate of ours: " + keyStore, unusable);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(keyStore);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void make() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                "stub",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore.toString(),
                "-storepass",
                PASSWORD);
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("keytool does not start", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
