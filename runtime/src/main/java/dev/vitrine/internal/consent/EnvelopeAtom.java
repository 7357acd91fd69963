package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.RecipientProtocol;

/**
 * What travels beside the payloads, by its names on the wire, as an atom: another protocol, and a new entry, is something
 * new to agree to. The catalog lists the same names.
 */
final class EnvelopeAtom {
    private static final String VITRINE = "envelope=batch|app|version|os|arch|catalog|event|day";
    private static final String VITRINE_IDENTIFIERS = "|trackingId|userId";

    private static final String POSTHOG = "envelope=api_key|event|uuid|distinct_id|timestamp"
            + "|$process_person_profile|$geoip_disable|$ip"
            + "|vitrine.app|vitrine.version|vitrine.os|vitrine.arch|vitrine.catalog";
    private static final String POSTHOG_IDENTIFIERS = "|vitrine.userId";

    private static final String OTLP = "envelope=service.name|service.version|os.type|host.arch|vitrine.catalog"
            + "|timeUnixNano|eventName|log.record.uid";
    private static final String OTLP_IDENTIFIERS = "|app.installation.id|user.id";

    private EnvelopeAtom() {}

    /** The atom of a protocol under a mode. */
    static String of(RecipientProtocol protocol, ConsentMode mode) {
        boolean identified = mode == ConsentMode.IDENTIFIED;
        if (protocol == RecipientProtocol.POSTHOG) {
            return identified ? POSTHOG + POSTHOG_IDENTIFIERS : POSTHOG;
        } else if (protocol == RecipientProtocol.OTLP) {
            return identified ? OTLP + OTLP_IDENTIFIERS : OTLP;
        }
        return identified ? VITRINE + VITRINE_IDENTIFIERS : VITRINE;
    }

    /** The atom with the identifiers of its protocol, if it is an envelope without them; any other atom as it is. */
    static String withIdentifiers(String atom) {
        for (RecipientProtocol protocol : RecipientProtocol.values()) {
            if (atom.equals(of(protocol, ConsentMode.ANONYMOUS))) {
                return of(protocol, ConsentMode.IDENTIFIED);
            }
        }
        return atom;
    }
}
