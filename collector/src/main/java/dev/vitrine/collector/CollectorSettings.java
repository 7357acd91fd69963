package dev.vitrine.collector;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a collector is set up.
 *
 * @param catalog a {@code catalog.json}, or a folder with one for each release in use
 * @param data the folder of the embedded store
 * @param host the address on which batches are taken
 * @param port the port on which batches are taken; 0 for one that is free
 * @param pagePort the port of the page, on this machine only; 0 for one that is free
 * @param pageHosts the names, beside those of this machine, under which a reverse proxy asks for the page
 * @param keys the file of ingest keys; null for none, with which only this machine can send
 * @param reporters how many reporters must stand behind whatever is shown
 * @param freeMebibytes how much of the disk stays free
 */
public record CollectorSettings(
        Path catalog,
        Path data,
        String host,
        int port,
        int pagePort,
        List<String> pageHosts,
        @Nullable Path keys,
        int reporters,
        int freeMebibytes) {
    /** Copies the names. */
    public CollectorSettings {
        pageHosts = List.copyOf(pageHosts);
    }
}
