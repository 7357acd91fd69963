package dev.vitrine.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.vitrine.ConsentStore;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** A store that keeps its contract, for others to break one rule of it. */
class BrokenStore implements ConsentStore {
    private static final int PREFERENCES_MAXIMUM = 8_192;

    volatile String text;

    @Override
    public String read() throws IOException {
        return text;
    }

    @Override
    public boolean replace(String expected, String replacement) throws IOException {
        synchronized (this) {
            if (!Objects.equals(text, expected)) {
                return false;
            }
            text = replacement;
            return true;
        }
    }

    static final class ReplacesWhateverIsThere extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) {
            text = replacement;
            return true;
        }
    }

    static final class AlwaysAnswersTrue extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            super.replace(expected, replacement);
            return true;
        }
    }

    static final class AlwaysAnswersFalse extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            super.replace(expected, replacement);
            return false;
        }
    }

    static final class RefusesAndWritesAllTheSame extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) {
            boolean same = Objects.equals(text, expected);
            text = replacement;
            return same;
        }
    }

    static final class TidiesWhiteSpace extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return super.replace(
                    expected,
                    replacement == null
                            ? null
                            : replacement.replaceAll("\\s+", " ").trim());
        }
    }

    static final class WritesLatin1 extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return super.replace(
                    expected, replacement == null ? null : new String(replacement.getBytes(ISO_8859_1), ISO_8859_1));
        }
    }

    static final class CutsOff extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return super.replace(
                    expected,
                    replacement == null
                            ? null
                            : replacement.substring(0, Math.min(PREFERENCES_MAXIMUM, replacement.length())));
        }
    }

    static final class RefusesLargeTexts extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            if (replacement != null && replacement.length() > PREFERENCES_MAXIMUM) {
                throw new IOException("Value too long");
            }
            return super.replace(expected, replacement);
        }
    }

    static final class AnswersAnEmptyTextForNothing extends BrokenStore {
        @Override
        public synchronized String read() throws IOException {
            return Objects.requireNonNullElse(super.read(), "");
        }

        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return super.replace("".equals(expected) ? null : expected, replacement);
        }
    }

    static final class IgnoresRemoval extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return super.replace(expected, replacement == null ? expected : replacement);
        }
    }

    static final class ThrowsOnNull extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return super.replace(expected, Objects.requireNonNull(replacement));
        }
    }

    static final class TakesNullForAnything extends BrokenStore {
        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return super.replace(expected == null ? text : expected, replacement);
        }
    }

    static final class ComparesByIdentity extends BrokenStore {
        @Override
        @SuppressWarnings("ReferenceEquality") // that is what is broken
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            return text == expected && super.replace(expected, replacement);
        }
    }

    static final class ComparesBeforeItLocks extends BrokenStore {
        @Override
        public boolean replace(String expected, String replacement) throws IOException {
            if (!Objects.equals(text, expected)) {
                return false;
            }
            LockSupport.parkNanos(1_000);
            return super.replace(text, replacement);
        }
    }

    static final class WritesInTwoHalves extends BrokenStore {
        @Override
        public String read() {
            return text;
        }

        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            if (!Objects.equals(text, expected)) {
                return false;
            }
            if (replacement != null) {
                text = replacement.substring(0, replacement.length() / 2);
                LockSupport.parkNanos(1_000);
            }
            text = replacement;
            return true;
        }
    }

    static final class RemembersWhatItRead extends BrokenStore {
        private final BrokenStore shared;
        private boolean read;

        RemembersWhatItRead(BrokenStore shared) {
            this.shared = shared;
        }

        static Callable<ConsentStore> place() {
            BrokenStore shared = new BrokenStore();
            return () -> new RemembersWhatItRead(shared);
        }

        @Override
        public synchronized String read() throws IOException {
            text = read ? text : shared.read();
            read = true;
            return text;
        }

        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            boolean replaced = shared.replace(expected, replacement);
            text = replaced ? replacement : text;
            read |= replaced;
            return replaced;
        }
    }

    static final class ComparesWithWhatItRemembers extends BrokenStore {
        private final BrokenStore shared;

        ComparesWithWhatItRemembers(BrokenStore shared) {
            this.shared = shared;
            text = shared.text;
        }

        static Callable<ConsentStore> place() {
            BrokenStore shared = new BrokenStore();
            return () -> new ComparesWithWhatItRemembers(shared);
        }

        @Override
        public synchronized String read() throws IOException {
            text = shared.read();
            return text;
        }

        @Override
        public synchronized boolean replace(String expected, String replacement) throws IOException {
            boolean replaced = Objects.equals(text, expected) && shared.replace(shared.read(), replacement);
            read();
            return replaced;
        }
    }
}
