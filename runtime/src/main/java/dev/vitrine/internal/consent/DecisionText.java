package dev.vitrine.internal.consent;

import dev.vitrine.ConsentState;
import dev.vitrine.internal.encoding.IsoDate;
import dev.vitrine.internal.encoding.JsonText;
import dev.vitrine.internal.settings.JsonScanner;
import dev.vitrine.internal.settings.JsonValue;
import dev.vitrine.internal.settings.JsonValue.JsonArray;
import dev.vitrine.internal.settings.JsonValue.JsonBoolean;
import dev.vitrine.internal.settings.JsonValue.JsonNumber;
import dev.vitrine.internal.settings.JsonValue.JsonObject;
import dev.vitrine.internal.settings.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The decision as JSON, as it stands in the settings file: {@code true}, {@code false}, or an object. What is not exactly
 * that is no decision: a {@code "false"} in quotation marks or a {@code "mode": true} grants nothing.
 */
final class DecisionText {
    private static final int VERSION = 1;
    private static final int MAX_USER_ID = 64;
    private static final String RANDOM_UUID = "xxxxxxxx-xxxx-4xxx-Vxxx-xxxxxxxxxxxx";

    private DecisionText() {}

    /** What a text says; null means that nothing is stored. */
    static StoredDecision parse(@Nullable String json) {
        if (json == null) {
            return StoredDecision.UNDECIDED;
        }
        try {
            JsonValue value = JsonScanner.scan(json);
            if (value instanceof JsonBoolean shorthand) {
                return StoredDecision.of(shorthand.value() ? ConsentState.ANONYMOUS : ConsentState.OFF);
            }
            if (value instanceof JsonObject object) {
                return decisionOrNoForEver(object);
            }
            throw new MalformedJsonException(
                    "\"analytics\" is neither true, nor false, nor an object; for off, type false");
        } catch (MalformedJsonException malformed) {
            return StoredDecision.unreadable("the stored decision cannot be understood: " + malformed.getMessage());
        }
    }

    /** A no for ever stands, whatever else beside it cannot be understood: only the user's own hand changes it. */
    private static StoredDecision decisionOrNoForEver(JsonObject object) throws MalformedJsonException {
        try {
            return decision(object);
        } catch (MalformedJsonException malformed) {
            JsonValue mode = object.member("mode");
            if (mode != null && "disabled".equals(mode.asText())) {
                return StoredDecision.of(ConsentState.DISABLED);
            }
            throw malformed;
        }
    }

    private static StoredDecision decision(JsonObject object) throws MalformedJsonException {
        checkVersion(object.member("version"));
        String mode = text(object, "mode");
        if (mode == null) {
            throw new MalformedJsonException("its \"mode\" is missing");
        }
        ConsentState state = switch (mode) {
            case "off" -> ConsentState.OFF;
            case "disabled" -> ConsentState.DISABLED;
            case "anonymous" -> ConsentState.ANONYMOUS;
            case "identified" -> ConsentState.IDENTIFIED;
            default ->
                throw new MalformedJsonException(
                        "its \"mode\" is none of \"off\", \"anonymous\", \"identified\", \"disabled\"");
        };
        String trackingId = text(object, "trackingId");
        require(trackingId == null || isRandomUuid(trackingId), "trackingId");
        String decidedOn = text(object, "decidedOn");
        require(decidedOn == null || IsoDate.matches(decidedOn), "decidedOn");
        String userId = text(object, "userId");
        require(userId == null || isUserId(userId), "userId");
        int grant = grant(object.member("grant"));
        List<String> scope = scope(object.member("scope"));
        if (scope != null && state == ConsentState.IDENTIFIED && trackingId == null) {
            // The mode was changed by hand, which agrees to what that adds.
            scope = Outline.withIdentifiers(scope);
        }
        return new StoredDecision(state, decidedOn, trackingId, userId, grant, scope, null);
    }

    private static void checkVersion(@Nullable JsonValue version) throws MalformedJsonException {
        if (version == null
                || (version instanceof JsonNumber number && number.digits().equals("" + VERSION))) {
            return;
        }
        if (version instanceof JsonNumber number && number.digits().matches("[1-9][0-9]{0,8}")) {
            throw new MalformedJsonException("it was written by a newer version of this application");
        }
        throw new MalformedJsonException("its \"version\" is not " + VERSION);
    }

    private static @Nullable String text(JsonObject object, String name) throws MalformedJsonException {
        JsonValue value = object.member(name);
        if (value == null) {
            return null;
        }
        String text = value.asText();
        require(text != null, name);
        return text;
    }

    private static void require(boolean fits, String name) throws MalformedJsonException {
        if (!fits) {
            throw new MalformedJsonException("its \"" + name + "\" is not of the form that it must have");
        }
    }

    private static int grant(@Nullable JsonValue value) throws MalformedJsonException {
        if (value == null) {
            return 0;
        }
        String digits = value instanceof JsonNumber number ? number.digits() : "";
        int grant = 0;
        for (int i = 0; i < digits.length() && grant <= StoredDecision.MAX_GRANT; i++) {
            char digit = digits.charAt(i);
            require(digit >= '0' && digit <= '9', "grant");
            grant = grant * 10 + (digit - '0');
        }
        require(grant >= 1 && grant <= StoredDecision.MAX_GRANT, "grant");
        return grant;
    }

    private static @Nullable List<String> scope(@Nullable JsonValue value) throws MalformedJsonException {
        if (value == null) {
            return null;
        }
        List<String> atoms = new ArrayList<>();
        for (JsonValue element : value.elements()) {
            String atom = element.asText();
            if (atom == null) {
                throw new MalformedJsonException("its \"scope\" is not a list of texts");
            }
            atoms.add(atom);
        }
        if (!(value instanceof JsonArray)) {
            throw new MalformedJsonException("its \"scope\" is not a list");
        }
        return atoms;
    }

    /** A decision as JSON, in one line. */
    static String write(StoredDecision decision) {
        StringJoiner json = new StringJoiner(", ", "{", "}");
        json.add("\"version\": " + VERSION);
        json.add("\"mode\": " + quote(decision.state().name().toLowerCase(Locale.ROOT)));
        addText(json, "decidedOn", decision.decidedOn());
        addText(json, "trackingId", decision.trackingId());
        addText(json, "userId", decision.userId());
        if (decision.grant() > 0) {
            json.add("\"grant\": " + decision.grant());
        }
        List<String> scope = decision.scope();
        if (scope != null) {
            StringJoiner atoms = new StringJoiner(", ", "[", "]");
            for (String atom : scope) {
                atoms.add(quote(atom));
            }
            json.add("\"scope\": " + atoms);
        }
        return json.toString();
    }

    private static void addText(StringJoiner json, String name, @Nullable String text) {
        if (text != null) {
            json.add('"' + name + "\": " + quote(text));
        }
    }

    private static String quote(String text) {
        return new String(JsonText.quote(text), StandardCharsets.UTF_8);
    }

    /** Whether {@code text} matches {@code [A-Za-z0-9._@+-]{1,64}}. */
    private static boolean isUserId(String text) {
        boolean fits = !text.isEmpty() && text.length() <= MAX_USER_ID;
        for (int i = 0; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || "._@+-".indexOf(c) >= 0;
        }
        return fits;
    }

    /** Whether {@code text} is a random UUID (RFC 9562, version 4): any other kind could tell of a machine or a time. */
    private static boolean isRandomUuid(String text) {
        if (text.length() != RANDOM_UUID.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char expected = RANDOM_UUID.charAt(i);
            boolean fits = switch (expected) {
                case 'x' -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                case 'V' -> "89ab".indexOf(c) >= 0;
                default -> c == expected;
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
