package dev.vitrine.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.ConsentStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link ConsentStore} must keep; a test class implements this, and inherits the tests. */
public interface StoreContract {
    String OFF = "{\"version\": 1, \"mode\": \"off\"}";
    String ON =
            "{\"version\": 1, \"mode\": \"anonymous\", \"scope\": [\"pi.example\", \"a.question=Wie oft? \u00e4\u20ac\"]}";

    /** The store under test, with nothing in it; each call within a test answers one over the same place. */
    ConsentStore store() throws IOException;

    @Test
    default void whatNobodyStoredIsNull() throws IOException {
        assertThat(store().read()).isNull();
    }

    @Test
    default void whatIsStoredIsReadAgainCharacterByCharacterAlsoByAnotherInstance() throws IOException {
        assertThat(store().replace(null, ON)).isTrue();

        assertThat(store().read()).isEqualTo(ON);
    }

    @Test
    default void whatAnotherHasChangedSinceIsNotReplaced() throws IOException {
        ConsentStore stale = store();
        assertThat(stale.read()).isNull();
        assertThat(store().replace(null, OFF)).isTrue();

        assertThat(stale.replace(null, ON)).isFalse();
        assertThat(stale.replace(ON, ON)).isFalse();

        assertThat(store().read()).isEqualTo(OFF);
    }

    @Test
    default void whatIsRemovedIsNullAgain() throws IOException {
        store().replace(null, ON);

        assertThat(store().replace(ON, null)).isTrue();

        assertThat(store().read()).isNull();
        assertThat(store().replace(null, OFF)).isTrue();
    }

    @Test
    default void ofManyThatReplaceTheSameOneAloneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            String current = null;
            Random random = new Random(20261121);
            for (int round = 0; round < 5; round++) {
                String expected = current;
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Boolean>> attempts = new ArrayList<>();
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String text = "{\"n\": " + random.nextInt(1_000_000) + i + "}";
                    ConsentStore store = store();
                    texts.add(text);
                    attempts.add(threads.submit(() -> {
                        start.await();
                        return store.replace(expected, text);
                    }));
                }
                start.countDown();
                List<String> stored = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    if (attempts.get(i).get(10, TimeUnit.SECONDS)) {
                        stored.add(texts.get(i));
                    }
                }
                current = store().read();
                assertThat(stored).containsExactly(current);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
