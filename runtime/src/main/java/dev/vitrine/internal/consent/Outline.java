package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.RecipientType;
import dev.vitrine.binding.ApplicationType.SideRequestType;
import dev.vitrine.internal.encoding.IsoDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The atoms of an application's catalog: those of the application, and those of each experiment. */
public final class Outline {
    private final ApplicationType application;
    private @Nullable Map<String, Entry> entries;

    /**
     * One experiment.
     *
     * @param id its id
     * @param event the event's name on the wire
     * @param expires the last day of recording, in days since 1970-01-01 (UTC)
     * @param atoms what a consent must cover
     */
    public record Entry(String id, String event, long expires, List<String> atoms) {
        /** Wraps the list. */
        public Entry {
            atoms = Collections.unmodifiableList(atoms);
        }
    }

    /** The outline that generated code holds; read when it is first asked for, so never where consent is absent. */
    public Outline(ApplicationType application) {
        this.application = application;
    }

    private synchronized Map<String, Entry> read() {
        Map<String, Entry> known = entries;
        if (known == null) {
            known = parse(application.outline());
            entries = known;
        }
        return known;
    }

    private static Map<String, Entry> parse(String outline) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> atoms = new ArrayList<>();
        for (String line : outline.split("\n", -1)) {
            if (line.startsWith(" ")) {
                atoms.add(line.substring(1));
            } else if (!line.isEmpty()) {
                // An event's name may hold spaces; it is left out where it is the id.
                String[] parts = line.split(" ", 3);
                atoms = new ArrayList<>();
                String id = parts[0];
                String event = parts.length > 2 ? parts[2] : id;
                entries.put(id, new Entry(id, event, IsoDate.epochDay(parts[1]), atoms));
            }
        }
        return entries;
    }

    /** The experiments, in order of ids. */
    public List<Entry> entries() {
        return List.copyOf(read().values());
    }

    /** The experiment of this id; null when the catalog has none. */
    public @Nullable Entry entry(String id) {
        return read().get(id);
    }

    /** What a consent must cover before anything at all is recorded: who receives the data, and the envelope. */
    public List<String> applicationAtoms(ConsentMode mode) {
        RecipientType recipient = application.recipient();
        String name = escape(recipient.name());
        return List.of(
                name,
                name + ".controller=" + escape(application.controller()),
                name + ".endpoint=" + escape(recipient.endpoint()),
                name + ".region=" + escape(recipient.region()),
                name + ".retention=" + recipient.retentionDays(),
                EnvelopeAtom.of(recipient.protocol(), mode));
    }

    /** The same scope, with the identifiers that identified consent adds to an anonymous one. */
    static List<String> withIdentifiers(List<String> scope) {
        List<String> with = new ArrayList<>(scope);
        with.replaceAll(EnvelopeAtom::withIdentifiers);
        return with;
    }

    /**
     * What a consent must cover before the tracking id goes along with a side request. One that is named as the recipient
     * says what it is: else a yes to its address would be one to events going there.
     */
    public String atom(SideRequestType request) {
        String kind = request.name().equals(application.recipient().name()) ? ".side-request" : "";
        return escape(request.name()) + kind + ".endpoint=" + escape(request.endpoint());
    }

    /** Every atom: what a user agrees to who agrees now to this mode. */
    public List<String> all(ConsentMode mode) {
        List<String> all = new ArrayList<>(applicationAtoms(mode));
        for (SideRequestType request : application.sideRequests()) {
            all.add(atom(request));
        }
        for (Entry entry : read().values()) {
            all.addAll(entry.atoms());
        }
        return all;
    }

    /** In the grammar of atoms, {@code |} divides values, {@code =} ends a key, and a line is an atom. */
    private static String escape(String text) {
        StringBuilder atom = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '|' || c == '%' || c == '=' || c < 0x20 || c == 0x7F) {
                atom.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xF, 16));
            } else {
                atom.append(c);
            }
        }
        return atom.toString();
    }
}
