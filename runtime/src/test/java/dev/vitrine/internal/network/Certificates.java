package dev.vitrine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of the test's own, and real chains of certificates that it signs, made by the JDK's keytool. */
final class Certificates {
    private static final String PASSWORD = "changeit";

    private final Path directory;

    Certificates(Path directory) throws Exception {
        this.directory = directory;
        keytool("ca.p12", "-genkeypair", "-alias", "ca", "-dname", "CN=Test authority", "-ext", "bc=ca:true");
        keytool("ca.p12", "-exportcert", "-alias", "ca", "-file", file("ca.crt"));
    }

    /** Trusts what this authority has signed, and nothing else. */
    SSLContext client() throws Exception {
        keytool("trust.p12", "-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.crt"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(load("trust.p12"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A socket that speaks TLS with a certificate for {@code host}, which is valid from {@code start} for some days. */
    ServerSocket server(String name, String host, String start, int days) throws Exception {
        String store = name + ".p12";
        keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=" + host);
        keytool(store, "-certreq", "-alias", "server", "-file", file(name + ".csr"));
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-ext",
                "san=dns:" + host,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days),
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".crt"));
        keytool(store, "-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.crt"));
        keytool(store, "-importcert", "-noprompt", "-alias", "server", "-file", file(name + ".crt"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(store), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private KeyStore load(String store) throws Exception {
        KeyStore loaded = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve(store))) {
            loaded.load(in, PASSWORD.toCharArray());
        }
        return loaded;
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file(store), "-storepass", PASSWORD));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(() -> {
                    try {
                        return Files.readString(directory.resolve("keytool.log"));
                    } catch (IOException unreadable) {
                        return unreadable.toString();
                    }
                })
                .isZero();
    }
}
