package dev.vitrine.benchmarks.process;

import dev.vitrine.benchmarks.stub.Certificate;
import dev.vitrine.benchmarks.stub.Stub;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One server that answers, one that refuses connections, and one that takes them and says nothing. */
final class Servers implements AutoCloseable {
    private final Stub answering;
    private final Stub silent;
    private final URI refusing;

    /** Starts them; they speak TLS if there is a certificate. */
    Servers(@Nullable Certificate certificate) {
        // One mark for all: nothing is counted here.
        answering = Stub.answering("attempts", certificate);
        silent = Stub.silent(certificate);
        refusing = Stub.nobody(certificate);
    }

    /** Where each listens, by what the tables call it. */
    Map<String, URI> endpoints() {
        Map<String, URI> endpoints = new LinkedHashMap<>();
        endpoints.put("answers", answering.endpoint());
        endpoints.put("refuses", refusing);
        endpoints.put("is silent", silent.endpoint());
        return endpoints;
    }

    /** The one that answers. */
    URI answering() {
        return answering.endpoint();
    }

    /** The one that refuses. */
    URI refusing() {
        return refusing;
    }

    @Override
    public void close() {
        answering.close();
        silent.close();
    }
}
