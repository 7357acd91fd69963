package dev.vitrine.benchmarks.stub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** What a stub has received. */
final class Counts {
    private final String eventMark;
    private final boolean packs;
    private long requests;
    private long wireBytes;
    private long plainBytes;
    private long events;
    private long packedBytes;

    /** Takes the text that marks an event, and whether bodies are packed, to see how long they are then. */
    Counts(String eventMark, boolean packs) {
        this.eventMark = eventMark;
        this.packs = packs;
    }

    void add(RequestReader.Request request) {
        int found = RequestReader.occurrences(request.body(), eventMark);
        long packed = packs && found > 0 ? packedLength(request.plain()) : 0;
        synchronized (this) {
            // What a library asks for beside its events (feature flags, settings) is no cost of an event.
            if (found > 0) {
                requests++;
                events += found;
                packedBytes += packed;
                wireBytes += request.wireBytes();
                plainBytes += request.plain().length;
            }
        }
    }

    synchronized String line() {
        return requests + " " + wireBytes + " " + plainBytes + " " + events + " " + packedBytes;
    }

    private static long packedLength(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory took no bytes", impossible);
        }
        return packed.size();
    }
}
