package dev.vitrine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.ConsentState;
import dev.vitrine.internal.settings.MalformedJsonException;
import dev.vitrine.internal.settings.SettingsText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings files, damaged at random, read by our scanner and by Jackson: ours may never see a consent, nor any value, that
 * Jackson does not see. 20,000 damaged files; a million with {@code -Ptorture}.
 */
class ScannerAgainstJacksonTest {
    private static final int COUNT = Boolean.getBoolean("vitrine.torture") ? 1_000_000 : 20_000;
    private static final long SEED = 20261121;

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String[] FILES = {
        "{\"analytics\": true}",
        "{\"analytics\": false, \"theme\": \"dark\"}",
        "\uFEFF{\r\n  // mine\r\n  \"theme\": \"dark\", /* not light */\r\n  \"analytics\": {\"mode\": \"anonymous\"}\r\n}\r\n",
        "{\"analytics\": {\"version\": 1, \"mode\": \"identified\", \"decidedOn\": \"2026-11-21\", \"trackingId\":"
                + " \"0b9f2f6e-6d59-4c83-9a53-0c3a6d3a9f10\", \"userId\": \"ada@pi.example\", \"grant\": 42, \"scope\": [\"pi.example\","
                + " \"edit-tool-outcome.attempts=1..20\"]}, \"n\": [-1.5e+10, 0, null, \"\\u00e9\\n\\ud83d\\ude00\"]}",
        "{\"a\": {\"analytics\": true}, \"analytics\": {\"version\": 1, \"mode\": \"off\"}, \"\u00e9\": \"\u20ac\uD83D\uDE00\"}",
        "{\"analytics\": {\"version\": 1, \"mode\": \"disabled\"}}",
        "[{\"analytics\": true}]",
        "{}",
        "true"
    };

    private static final String[] PIECES = {
        "true",
        "false",
        "null",
        "\"analytics\"",
        "\"mode\"",
        "\"anonymous\"",
        "\"identified\"",
        "\"off\"",
        "\"version\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "//",
        "/*",
        "*/",
        "\n",
        "\r",
        " ",
        "\t",
        "1",
        "0",
        "-",
        ".",
        "e5",
        "2",
        "\uFEFF",
        "\u0000",
        "\\u0061nalytics",
        "\"analytics\":true,",
        ",\"analytics\":true",
        "\u00a0",
        "#",
        "'",
        "NaN",
        "Infinity",
        "1e999",
        "00"
    };

    private static final byte[][] BYTES = {
        {(byte) 0xFF},
        {(byte) 0xC0, (byte) 0x80},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xE2, (byte) 0x82},
        {0},
        {0x1F},
        {0x7F}
    };

    @Test
    void noDamagedFileIsReadAsAConsentOrAValueThatJacksonDoesNotSee() {
        Random random = new Random(SEED);
        int[] read = new int[2];
        int consents = 0;
        for (int i = 0; i < COUNT; i++) {
            byte[] file = damaged(random);
            JsonNode jackson = jackson(file);
            SettingsText ours = ours(file);
            String name = i + ": " + HexFormat.of().formatHex(file);
            read[ours == null ? 0 : 1]++;
            if (ours == null) {
                assertThat(jackson == null || !jackson.isObject() || !isUtf8(file))
                        .as(name)
                        .isTrue();
                continue;
            }
            assertThat(jackson != null && jackson.isObject()).as(name).isTrue();
            JsonNode analytics = jackson.get("analytics");
            String text = ours.member("analytics");
            assertThat(text == null).as(name).isEqualTo(analytics == null);
            if (text != null) {
                assertThat(jackson(text.getBytes(StandardCharsets.UTF_8)))
                        .as(name)
                        .isEqualTo(analytics);
            }
            StoredDecision decision = DecisionText.parse(text);
            if (decision.granted() != null) {
                consents++;
                assertThat(isConsent(analytics, decision)).as(name).isTrue();
            }
        }
        // The damage is neither too great nor too small to learn from.
        assertThat(read[0]).isGreaterThan(COUNT / 10);
        assertThat(read[1]).isGreaterThan(COUNT / 10);
        assertThat(consents).isGreaterThan(COUNT / 50);
    }

    @Test
    void changingOneMemberChangesNothingElseThatJacksonSees() throws MalformedJsonException {
        Random random = new Random(SEED + 1);
        int changed = 0;
        for (int i = 0; i < COUNT / 4; i++) {
            byte[] file = damaged(random);
            SettingsText ours = ours(file);
            if (ours == null) {
                continue;
            }
            changed++;
            String name = i + ": " + HexFormat.of().formatHex(file);
            ObjectNode expected = (ObjectNode) jackson(file);
            byte[] with = ours.with("analytics", "{\"mode\": \"off\"}");
            expected.set("analytics", JACKSON.readTree("{\"mode\": \"off\"}"));
            assertThat(jackson(with)).as(name).isEqualTo(expected);
            assertThat(SettingsText.parse(with).with("analytics", "{\"mode\": \"off\"}"))
                    .isEqualTo(with);

            byte[] without = SettingsText.parse(with).without("analytics");
            expected.remove("analytics");
            assertThat(jackson(without)).as(name + " without").isEqualTo(expected);
        }
        assertThat(changed).isGreaterThan(COUNT / 50);
    }

    private static boolean isConsent(JsonNode analytics, StoredDecision decision) {
        if (analytics.isBoolean()) {
            return analytics.booleanValue() && decision.state() == ConsentState.ANONYMOUS;
        }
        String mode = decision.state() == ConsentState.ANONYMOUS ? "anonymous" : "identified";
        return analytics.isObject()
                && analytics.path("mode").isString()
                && analytics.path("mode").stringValue().equals(mode)
                && (analytics.get("version") == null
                        || (analytics.get("version").isInt()
                                && analytics.get("version").intValue() == 1))
                && (analytics.get("grant") == null
                        ? decision.grant() == 0
                        : analytics.get("grant").isInt()
                                && analytics.get("grant").intValue() == decision.grant());
    }

    private static SettingsText ours(byte[] file) {
        try {
            return SettingsText.parse(file);
        } catch (MalformedJsonException malformed) {
            assertThat(malformed.getMessage()).isNotBlank();
            return null;
        }
    }

    private static JsonNode jackson(byte[] file) {
        try {
            JsonNode tree = JACKSON.readTree(file);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static boolean isUtf8(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            // Jackson takes these for UTF-16 or UTF-32.
            return text.indexOf('\u0000') < 0;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static byte[] damaged(Random random) {
        byte[] file = FILES[random.nextInt(FILES.length)].getBytes(StandardCharsets.UTF_8);
        for (int damage = random.nextInt(4); damage > 0; damage--) {
            int at = random.nextInt(file.length + 1);
            int end = Math.min(file.length, at + random.nextInt(8));
            file = switch (random.nextInt(6)) {
                case 0 -> join(file, at, new byte[0], end);
                case 1 -> join(file, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8), at);
                case 2 -> join(file, at, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8), end);
                case 3 -> join(file, at, new byte[] {(byte) random.nextInt(0x80)}, end > at ? at + 1 : at);
                case 4 ->
                    random.nextInt(4) == 0
                            ? Arrays.copyOf(file, at)
                            : join(file, at, " ".getBytes(StandardCharsets.UTF_8), at);
                default ->
                    random.nextInt(4) == 0
                            ? join(file, at, BYTES[random.nextInt(BYTES.length)], at)
                            : join(file, at, "\n//\r\n".getBytes(StandardCharsets.UTF_8), at);
            };
        }
        return file;
    }

    private static byte[] join(byte[] file, int to, byte[] piece, int from) {
        byte[] joined = Arrays.copyOf(file, to + piece.length + file.length - from);
        System.arraycopy(piece, 0, joined, to, piece.length);
        System.arraycopy(file, from, joined, to + piece.length, file.length - from);
        return joined;
    }
}
