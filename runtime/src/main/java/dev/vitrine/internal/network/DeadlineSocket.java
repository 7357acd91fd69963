package dev.vitrine.internal.network;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * A socket whose reads end at a deadline, all together: a socket's own time-out begins anew with each byte that comes,
 * also within a TLS handshake.
 */
final class DeadlineSocket extends Socket {
    private final Deadline deadline;

    /** Knows no proxy: the host program's settings for all sockets are not ours. */
    DeadlineSocket(Deadline deadline) {
        super(java.net.Proxy.NO_PROXY);
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(deadline.millisecondsLeft());
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                setSoTimeout(deadline.millisecondsLeft());
                return super.read(bytes, offset, count);
            }
        };
    }
}
