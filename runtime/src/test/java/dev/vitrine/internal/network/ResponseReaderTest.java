package dev.vitrine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    /** An answer whose last part comes again and again, and a count of what was taken of it. */
    private static final class Endless extends InputStream {
        private final byte[] beginning;
        private final byte[] rest;
        private int taken;

        Endless(String answer) {
            int last = answer.lastIndexOf('|');
            beginning = answer.substring(0, last).getBytes(StandardCharsets.ISO_8859_1);
            rest = answer.substring(last + 1).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read() {
            int position = taken++;
            return position < beginning.length
                    ? beginning[position]
                    : rest[(position - beginning.length) % rest.length];
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|HTTP/1.1 ",
                "HTTP/1.1 503 Busy\r\n|X-Padding: x\r\n",
                "HTTP/1.1 200 OK\r\n\r\n|x",
                "HTTP/1.1 200 OK\r\nContent-Length: 2147483647\r\n\r\n|x",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n",
                "|HTTP/1.1 103 Early Hints\r\n\r\n"
            })
    void takes_no_more_than_4_kib_of_an_answer_that_never_ends(String answer) {
        Endless endless = new Endless(answer);
        try {
            assertThat(new ResponseReader(endless).read(true).body().length()).isLessThan(4096);
        } catch (IOException noAnswer) {
            assertThat(noAnswer).hasMessageStartingWith("the answer ended");
        }
        assertThat(endless.taken).isLessThanOrEqualTo(4096);
    }
}
