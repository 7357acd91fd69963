package dev.vitrine.example.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.example.agent.model.ServerSentEvents.Event;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {
    @Test
    void anEventHasATypeAndData() throws IOException {
        assertThat(read("event: add\ndata: 73857293\n\n")).containsExactly(new Event("add", "73857293"));
    }

    @Test
    void anEventWithoutATypeIsAMessage() throws IOException {
        assertThat(read("data: one\n\n")).containsExactly(new Event("message", "one"));
    }

    @Test
    void severalLinesOfDataAreOneText() throws IOException {
        assertThat(read("data: one\ndata\ndata: three\n\n")).containsExactly(new Event("message", "one\n\nthree"));
    }

    @Test
    void onlyOneSpaceAfterTheColonIsNotPartOfTheValue() throws IOException {
        assertThat(read("data:one\n\ndata:  two\n\n"))
                .containsExactly(new Event("message", "one"), new Event("message", " two"));
    }

    @Test
    void commentsUnknownFieldsAndEventsWithoutDataAreReadOver() throws IOException {
        assertThat(read(": awake\n\nid: 7\nretry: 10\nshoe: left\n\nevent: empty\n\ndata: one\n\n"))
                .containsExactly(new Event("message", "one"));
    }

    @Test
    void aByteOrderMarkAtTheBeginningIsReadOver() throws IOException {
        assertThat(read("\uFEFFdata: one\n\n")).containsExactly(new Event("message", "one"));
    }

    @Test
    void linesEndWithAnyOfTheThreeLineEnds() throws IOException {
        for (String end : List.of("\n", "\r", "\r\n")) {
            String stream = "event: add" + end + "data: one" + end + end + "data: two" + end + end;
            assertThat(read(stream)).as(end).containsExactly(new Event("add", "one"), new Event("message", "two"));
        }
    }

    @Test
    void anEventIsThereAsSoonAsItsEmptyLineIs() throws IOException {
        // Nothing follows the last CR: a reader that waited for a LF after it would hang.
        InputStream endless = new InputStream() {
            private final InputStream begin = bytes("data: one\r\r");

            @Override
            public int read() throws IOException {
                int next = begin.read();
                if (next < 0) {
                    throw new AssertionError("the reader asks for more than the event");
                }
                return next;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int next = read();
                target[offset] = (byte) next;
                return 1;
            }
        };
        assertThat(new ServerSentEvents(endless).next()).isEqualTo(new Event("message", "one"));
    }

    @Test
    void aStreamMayEndAfterAnEventOrAComment() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("data: one\n\n: bye")).containsExactly(new Event("message", "one"));
    }

    @Test
    void aStreamThatEndsInsideAnEventSaysSo() {
        for (String cut : List.of("d", "data: on", "data: one\n", "event: add\n", "data: one\n\ndata: tw")) {
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void howTheBytesArriveMakesNoDifference() throws IOException {
        String stream = "event: add\r\ndata: grüße 🌍\r\n\r\n: c\r\ndata: a\ndata: b\n\nevent: x\rdata: y\r\r";
        List<Event> whole = read(stream);
        assertThat(whole).hasSize(3);
        Random random = new Random(20268);
        for (int i = 0; i < 200; i++) {
            assertThat(events(new InPieces(bytes(stream), random))).isEqualTo(whole);
        }
    }

    private static List<Event> read(String stream) throws IOException {
        return events(bytes(stream));
    }

    private static List<Event> events(InputStream stream) throws IOException {
        ServerSentEvents events = new ServerSentEvents(stream);
        List<Event> read = new ArrayList<>();
        for (Event event = events.next(); event != null; event = events.next()) {
            read.add(event);
        }
        return read;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A stream that gives out its bytes a few at a time. */
    private static final class InPieces extends InputStream {
        private final InputStream all;
        private final Random random;

        InPieces(InputStream all, Random random) {
            this.all = all;
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return all.read(target, offset, Math.min(length, 1 + random.nextInt(5)));
        }
    }
}
