package dev.vitrine;

/**
 * One of the privacy commands, as {@link Privacy#run} takes it: for applications that list or complete them.
 *
 * @param command its name, such as {@code show}
 * @param operand what may follow it, such as {@code [EXPERIMENT]}; empty when nothing may
 * @param summary what it does, in a few words that users read
 */
public record PrivacyUsage(String command, String operand, String summary) {
    @Override
    public String toString() {
        return operand.isEmpty() ? command : command + ' ' + operand;
    }
}
