package dev.vitrine.internal.network;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * TLS with the JDK's own trust: {@code cacerts}, or what {@code javax.net.ssl.trustStore} names. A context of our own,
 * since the default one belongs to the host program, which may have replaced it by one that trusts everybody.
 */
final class TransportLayerSecurity implements SecureLayer {
    private final SSLContext context;

    /** Takes the context. */
    TransportLayerSecurity(SSLContext context) {
        this.context = context;
    }

    /** With the JDK's own trust. */
    static TransportLayerSecurity ofPlatform() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            return new TransportLayerSecurity(context);
        } catch (GeneralSecurityException unavailable) {
            throw new IOException("this JDK has no TLS", unavailable);
        }
    }

    @Override
    public Socket secure(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        // Without this a valid certificate of any other host would do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(plain.getSoTimeout());
        socket.startHandshake();
        return socket;
    }
}
