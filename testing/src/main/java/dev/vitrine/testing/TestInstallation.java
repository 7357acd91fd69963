package dev.vitrine.testing;

import dev.vitrine.Analytics;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.Decision;
import dev.vitrine.internal.delivery.DeliveryState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An application's installation, as on a user's machine: a decision, a state directory, an empty environment, and a
 * recipient that listens on this machine alone. What the application records goes the whole way: gate, queue, encoder,
 * spool, HTTP.
 *
 * <p>To be used by one test, in one thread; the application under test may have as many as it likes. Close it.
 */
public final class TestInstallation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More than a delivery needs to end, on a machine with other things to do. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final InMemoryRecipient recipient = new InMemoryRecipient();
    private final InMemoryConsent consent = new InMemoryConsent();
    private final Path stateDirectory;
    private final List<Analytics> opened = new ArrayList<>();
    private Duration patience = PATIENCE;

    private TestInstallation(ConsentState state) {
        consent.set(state);
        try {
            stateDirectory = Files.createTempDirectory("vitrine-testing");
        } catch (IOException refused) {
            recipient.close();
            throw new UncheckedIOException("a test's state needs a temporary directory", refused);
        }
    }

    /** One whose user has not decided, as most have not: nothing may be sent. */
    public static TestInstallation undecided() {
        return in(ConsentState.UNDECIDED);
    }

    /** One whose user has agreed to all that the application's catalog lists. */
    public static TestInstallation agreedTo(ConsentMode mode) {
        return in(mode == ConsentMode.IDENTIFIED ? ConsentState.IDENTIFIED : ConsentState.ANONYMOUS);
    }

    /** One whose user has decided so. */
    public static TestInstallation in(ConsentState state) {
        return new TestInstallation(state);
    }

    /** The options to open the application's analytics with, for tests that add some of their own. */
    public AnalyticsOptions.Builder options() {
        return AnalyticsOptions.builder()
                .appVersion("1.0.0")
                .consentStore(consent)
                .stateDirectory(stateDirectory)
                .environment(Map.of())
                .loopbackEndpoint(recipient.endpoint());
    }

    /** Opens the application's analytics: {@code installation.open(PiAnalytics::open)}. Closed by this installation. */
    public <A extends Analytics> A open(Function<AnalyticsOptions, A> application) {
        return open(application, options());
    }

    /** As above, with options of the test's own, which begin as {@link #options}. */
    public <A extends Analytics> A open(Function<AnalyticsOptions, A> application, AnalyticsOptions.Builder options) {
        A analytics = application.apply(options.build());
        opened.add(analytics);
        return analytics;
    }

    /** The user's decision, to change it as from elsewhere. */
    public InMemoryConsent consent() {
        return consent;
    }

    /** Who receives the events. */
    public InMemoryRecipient recipient() {
        return recipient;
    }

    /** Where spool, audit log and markers are; gone when this installation is closed. */
    public Path stateDirectory() {
        return stateDirectory;
    }

    /** For how long to wait for what is expected; ten seconds if not said. What is there is not waited for. */
    public TestInstallation waitingFor(Duration patience) {
        this.patience = patience;
        return this;
    }

    /**
     * Waits until these events have arrived, in this order; others may have arrived before, after and in between.
     *
     * @throws AssertionError when they have not in time
     * @throws IllegalArgumentException when one is no experiment of the application, or no valid event
     */
    public void assertReceived(Record... events) {
        if (!awaitArrival(received -> firstMissing(encoded(events), received) == events.length)) {
            List<String> expected = encoded(events);
            List<String> received = strings(recipient.events());
            int missing = firstMissing(expected, received);
            throw new Report("An event has not arrived.")
                    .list("Expected, in this order", expected, i -> i == missing)
                    .list("Arrived", received, i -> false)
                    .sentence(decision())
                    .failure();
        }
    }

    /**
     * Waits until these events have arrived, ends the application's run, and checks that nothing else was recorded in
     * it: neither sent, nor stored to be sent later.
     *
     * @throws AssertionError when it was something else, or in another order
     * @throws IllegalArgumentException when one is no experiment of the application, or no valid event
     */
    public void assertRecordedOnly(Record... events) {
        List<String> expected = awaited(events);
        String decision = decision();
        List<String> recorded = strings(endRun());
        if (!recorded.equals(expected)) {
            throw new Report("Something else was recorded than expected.")
                    .list(
                            "Expected",
                            expected,
                            i -> i >= recorded.size() || !expected.get(i).equals(recorded.get(i)))
                    .list(
                            "Recorded",
                            recorded,
                            i -> i >= expected.size() || !expected.get(i).equals(recorded.get(i)))
                    .sentence(decision)
                    .failure();
        }
    }

    /**
     * Ends the application's run, and checks that nothing was sent in it, and nothing stored to be sent later.
     *
     * @throws AssertionError when something was
     */
    public void assertNothingSent() {
        String decision = decision();
        List<ReceivedEvent> recorded = endRun();
        List<String> requests = recipient.requests();
        if (!recorded.isEmpty() || !requests.isEmpty()) {
            throw new Report("Nothing may be sent, and something was, or is stored to be sent.")
                    .list("Requests", requests, i -> false)
                    .list("Events", strings(recorded), i -> false)
                    .sentence(decision)
                    .failure();
        }
    }

    /** Ends the application's run, stops listening, and deletes what is left. */
    @Override
    public void close() {
        opened.forEach(Analytics::close);
        recipient.close();
        awaitRest(stateDirectory);
        try (Stream<Path> paths = Files.walk(stateDirectory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stillInUse) {
            // The temporary directory is the operating system's to tidy up.
            stateDirectory.toFile().deleteOnExit();
        }
    }

    /**
     * Waits, for five seconds at the most, until every run that used a state directory has ended: {@code close} does not
     * wait for the thread that still puts back what it could not send, and leaves its counts. For tests whose application
     * opens its analytics itself, in a folder that is deleted when the test ends.
     */
    public static void awaitRest(Path stateDirectory) {
        long end = System.nanoTime() + REST.toNanos();
        while (!DeliveryState.isAtRest(stateDirectory) && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** All that was recorded. When a run has ended, what has not arrived is in the spool; some may be in both. */
    private List<ReceivedEvent> endRun() {
        opened.forEach(Analytics::close);
        awaitRest(stateDirectory);
        Set<String> bodies = new LinkedHashSet<>(recipient.requests());
        bodies.addAll(DeliveryState.waiting(stateDirectory));
        return bodies.stream()
                .flatMap(body -> BatchReader.events(body).stream())
                .toList();
    }

    /** Waits; but where analytics are off, nothing more will come. */
    private boolean awaitArrival(Predicate<List<String>> condition) {
        boolean on = opened.stream()
                .anyMatch(analytics -> analytics.consent().decision().isOn());
        return recipient.await(events -> condition.test(strings(events)), on ? patience : Duration.ZERO);
    }

    /** The events as they are encoded once they have arrived: the key of pseudonyms is made when the first is sent. */
    private List<String> awaited(Record... events) {
        awaitArrival(received -> received.size() >= encoded(events).size());
        return encoded(events);
    }

    private List<String> encoded(Record... events) {
        if (opened.isEmpty()) {
            throw new IllegalStateException(
                    "no analytics were opened, so nothing can arrive: begin with installation.open(PiAnalytics::open)");
        }
        RecordEncoder encoder = new RecordEncoder(opened.get(opened.size() - 1), stateDirectory);
        return Arrays.stream(events).map(encoder::encode).toList();
    }

    private String decision() {
        if (opened.isEmpty()) {
            return "No analytics were opened.";
        }
        Decision decision = opened.get(opened.size() - 1).consent().decision();
        return "Analytics are " + (decision.isOn() ? "on" : "off") + ", because " + decision.reason() + ".";
    }

    /** The index of the first expected event that is not found in order; the number of expected ones when all are. */
    private static int firstMissing(List<String> expected, List<String> received) {
        int found = 0;
        for (String event : received) {
            if (found < expected.size() && expected.get(found).equals(event)) {
                found++;
            }
        }
        return found;
    }

    private static List<String> strings(List<ReceivedEvent> events) {
        return events.stream().map(ReceivedEvent::toString).toList();
    }
}
