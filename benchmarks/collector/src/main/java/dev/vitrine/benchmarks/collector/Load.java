package dev.vitrine.benchmarks.collector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Some connections, on each of which one request follows the other. As little work of its own as can be. */
final class Load {
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(US_ASCII);

    /**
     * What was seen.
     *
     * @param requests how many requests were answered as expected
     * @param seconds how long it took
     * @param median the time in milliseconds within which half of them were answered
     * @param slow the time in milliseconds within which 99 of 100 were answered
     */
    record Result(long requests, double seconds, double median, double slow) {}

    private final int port;
    private final List<byte[]> bodies;
    private final int expectedStatus;

    Load(int port, List<byte[]> bodies, int expectedStatus) {
        this.port = port;
        this.bodies = bodies;
        this.expectedStatus = expectedStatus;
    }

    /**
     * Sends until the time is over or enough was sent.
     *
     * @param perSecond how many requests there are in a second, over all connections; 0 for as many as are answered
     */
    Result run(int connections, long seconds, long requests, int perSecond)
            throws InterruptedException, ExecutionException {
        AtomicLong left = new AtomicLong(requests);
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        long interval = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) * connections / perSecond;
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Future<long[]>> results = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            long seed = begin + i;
            long first = interval * i / connections;
            Callable<long[]> sending = () -> send(seed, end, left, begin + first, interval);
            results.add(threads.submit(sending));
        }
        List<long[]> taken = new ArrayList<>();
        for (Future<long[]> result : results) {
            taken.add(result.get());
        }
        threads.shutdown();
        long[] all = taken.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(
                all.length,
                (System.nanoTime() - begin) / 1e9,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6);
    }

    private long[] send(long seed, long end, AtomicLong left, long first, long interval) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long[] taken = new long[1 << 16];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[1024];
            long due = first;
            while (System.nanoTime() < end && left.getAndDecrement() > 0) {
                if (interval > 0) {
                    pause(due);
                }
                // With a rate, from when it was due: a server that is late does not make the load wait for it.
                long begin = interval > 0 ? due : System.nanoTime();
                out.write(request(bodies.get(random.nextInt(bodies.size())), random));
                read(in, answer);
                if (count == taken.length) {
                    taken = Arrays.copyOf(taken, 2 * count);
                }
                taken[count++] = System.nanoTime() - begin;
                due += interval;
            }
        }
        return Arrays.copyOf(taken, count);
    }

    private static void pause(long until) {
        long left = until - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }

    private static byte[] request(byte[] body, SplittableRandom random) {
        byte[] head = ("POST /v1/batches HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: pi/0.62.0 (linux; x86_64)\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        int id = head.length + Bodies.ID_OFFSET;
        for (int i = 0; i < 32; i++) {
            request[id + i] = HEXADECIMAL[random.nextInt(16)];
        }
        return request;
    }

    /** Reads an answer: its head, and the body that the head announces. */
    private void read(InputStream in, byte[] answer) throws IOException {
        int length = 0;
        int body = -1;
        while (body < 0 || length < body) {
            int read = in.read(answer, length, answer.length - length);
            if (read < 0) {
                throw new EOFException("the server closed the connection");
            }
            length += read;
            if (body < 0) {
                body = end(new String(answer, 0, length, US_ASCII));
            }
        }
    }

    /** Where the answer ends; -1 while its head is not whole. */
    private int end(String answer) throws IOException {
        int head = answer.indexOf("\r\n\r\n");
        if (head < 0) {
            return -1;
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        if (status != expectedStatus) {
            throw new IOException("answered " + answer);
        }
        int announced = answer.indexOf("Content-Length: ");
        return head
                + 4
                + (announced < 0
                        ? 0
                        : Integer.parseInt(answer.substring(announced + 16, answer.indexOf('\r', announced))));
    }
}
