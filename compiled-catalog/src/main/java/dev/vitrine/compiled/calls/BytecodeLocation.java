package dev.vitrine.compiled.calls;

/** The text of a place in bytecode, in the form that editors turn into a link. */
final class BytecodeLocation {
    private BytecodeLocation() {}

    static String text(String type, String method, String sourceFile, int line) {
        String place = type + '.' + method;
        if (sourceFile.isEmpty()) {
            return place;
        }
        return place + '(' + sourceFile + (line > 0 ? ":" + line : "") + ')';
    }
}
