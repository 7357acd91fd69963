package dev.vitrine.collector.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;

/** One connection for many requests; made anew when the server closes it. */
final class KeptOpen implements AutoCloseable {
    private final int port;
    private Socket socket;

    KeptOpen(int port) throws IOException {
        this.port = port;
        this.socket = new Socket("127.0.0.1", port);
    }

    /** Posts a batch and reads the answer's status. */
    int post(byte[] body) throws IOException {
        byte[] head = ("POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        socket.getOutputStream().write(request);
        String answer = "";
        byte[] buffer = new byte[2048];
        while (!isWhole(answer)) {
            int read = socket.getInputStream().read(buffer);
            if (read < 0) {
                throw new EOFException("the connection was closed after: " + answer);
            }
            answer += new String(buffer, 0, read, US_ASCII);
        }
        if (answer.contains("Connection: close")) {
            socket.close();
            socket = new Socket("127.0.0.1", port);
        }
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static boolean isWhole(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        int length = answer.indexOf("Content-Length: ");
        return end >= 0
                && answer.length() - end - 4
                        >= (length < 0
                                ? 0
                                : Integer.parseInt(answer.substring(length + 16, answer.indexOf('\r', length))));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
