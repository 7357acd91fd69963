package dev.vitrine.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {
    private final RequestThreads threads = new RequestThreads("tested");

    @BeforeEach
    void start() throws Exception {
        threads.start();
    }

    @AfterEach
    void stop() throws Exception {
        threads.stop();
    }

    @Test
    void an_answer_is_given_on_the_thread_that_calls_and_what_follows_on_one_of_the_pool() throws InterruptedException {
        Set<Thread> answered = ConcurrentHashMap.newKeySet();
        Set<Thread> looked = ConcurrentHashMap.newKeySet();
        CountDownLatch followed = new CountDownLatch(1);
        threads.answer(() -> {
            answered.add(Thread.currentThread());
            threads.execute(() -> {
                looked.add(Thread.currentThread());
                followed.countDown();
            });
        });
        assertThat(followed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).containsExactly(Thread.currentThread());
        assertThat(looked).doesNotContain(Thread.currentThread());
    }

    @Test
    void what_follows_many_answers_is_done_by_one_thread_at_a_time_and_all_of_it() {
        int answers = 100_000;
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < answers; i++) {
            threads.answer(() -> threads.execute(() -> {
                mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                done.incrementAndGet();
                atOnce.decrementAndGet();
            }));
        }
        Awaitility.await().until(() -> done.get() == answers);
        assertThat(mostAtOnce.get()).isOne();
    }

    @Test
    void one_connection_with_a_fault_does_not_keep_the_others_waiting() {
        AtomicInteger done = new AtomicInteger();
        threads.answer(() -> {
            threads.execute(() -> {
                throw new IllegalStateException("a fault of one connection");
            });
            threads.execute(() -> {
                throw new StackOverflowError("as deep as a body may be");
            });
            threads.execute(done::incrementAndGet);
        });
        threads.answer(() -> threads.execute(done::incrementAndGet));
        Awaitility.await().until(() -> done.get() == 2);
    }

    @Test
    void what_does_not_follow_an_answer_has_a_thread_of_its_own_and_may_block() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            threads.execute(() -> {
                others.countDown();
                await(others);
            });
        }
        assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
