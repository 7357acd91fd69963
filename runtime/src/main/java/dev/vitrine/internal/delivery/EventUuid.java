package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.Utf8Buffer;

/**
 * The id of an event for receivers that count by event and not by batch: a UUID (RFC 9562, version 4) made of the batch's
 * random id and of the event's position in it, and of nothing else. A batch that is sent again says the same ids.
 */
final class EventUuid {
    private static final String DIGITS = "0123456789abcdef";
    /** Where the digits that tell version and variant stand among the 32. */
    private static final int VERSION = 12;

    private static final int VARIANT = 16;
    /** The position is mixed into this many digits at the end, which an {@code int} fills. */
    private static final int POSITION_DIGITS = 8;

    private EventUuid() {}

    /** Appends the id of the event at {@code position} of the batch whose id, 32 hexadecimal digits, is {@code batchId}. */
    static void append(Utf8Buffer out, String batchId, int position) {
        for (int i = 0; i < BatchName.ID_DIGITS; i++) {
            if (i == 8 || i == VERSION || i == VARIANT || i == 20) {
                out.append('-');
            }
            int digit = Character.digit(batchId.charAt(i), 16);
            if (i == VERSION) {
                digit = 4;
            } else if (i == VARIANT) {
                digit = 8 | (digit & 3);
            } else if (i >= BatchName.ID_DIGITS - POSITION_DIGITS) {
                // Exclusive or: as random as before, and another one for each position.
                digit ^= (position >>> (4 * (BatchName.ID_DIGITS - 1 - i))) & 0xF;
            }
            out.append(DIGITS.charAt(digit));
        }
    }
}
