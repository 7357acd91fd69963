package dev.vitrine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.internal.consent.RuntimeBytecode.Call;
import dev.vitrine.internal.consent.RuntimeBytecode.Method;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** That everything passes the gate, as the bytecode of the whole runtime tells it. */
class OneGateTest {
    private static final String EXCHANGE = "dev/vitrine/internal/network/Exchange";
    private static final String SPOOL = "dev/vitrine/internal/delivery/Spool";
    private static final String DELIVERY_STATE = "dev/vitrine/internal/delivery/DeliveryState";
    private static final String STATE_PLACE = "dev/vitrine/internal/delivery/StatePlace";
    private static final String GATE = "dev/vitrine/internal/consent/Gate";
    private static final List<Class<?>> PERMITS =
            List.of(BatchPermit.class, SideRequestPermit.class, DeletionPermit.class);

    private final RuntimeBytecode runtime = RuntimeBytecode.read();

    @Test
    void exactlyOneClassOpensAConnection() {
        assertThat(runtime.classesThatCall(OneGateTest::opensConnection)).containsExactly(EXCHANGE);
    }

    @Test
    void whatOpensAConnectionIsReachedWithAPermitOnly() {
        Set<String> entrances = new TreeSet<>();
        for (Method method : runtime.methodsOf(EXCHANGE)) {
            if (!method.isPrivate() && runtime.reaches(method, OneGateTest::opensConnection)) {
                entrances.add(method.name());
                assertThat(method.descriptor())
                        .as(method.name())
                        .startsWith("(Ldev/vitrine/internal/consent/NetworkPermit;");
            }
        }
        assertThat(entrances).isNotEmpty();
    }

    @Test
    void exactlyOneClassWritesTheSpoolAndItDemandsABatchPermit() {
        assertThat(runtime.classesWithText("spool"))
                .as("who knows the folder")
                .containsOnly(SPOOL, DELIVERY_STATE, STATE_PLACE);
        assertThat(runtime.classesThatCall(OneGateTest::opensFileForWriting))
                .contains(SPOOL)
                .doesNotContain(DELIVERY_STATE, STATE_PLACE);
        Set<String> writers = new TreeSet<>();
        for (Method method : runtime.methodsOf(SPOOL)) {
            if (runtime.reaches(method, OneGateTest::opensFileForWriting)) {
                writers.add(method.name());
                assertThat(method.descriptor()).startsWith("(Ldev/vitrine/internal/consent/BatchPermit;");
            }
        }
        assertThat(writers).containsExactly("store");
    }

    @Test
    void filesAreWrittenByTheseClassesAlone() {
        assertThat(runtime.classesThatCall(OneGateTest::opensFileForWriting))
                .containsExactlyInAnyOrder(
                        SPOOL,
                        "dev/vitrine/internal/delivery/AuditLog",
                        "dev/vitrine/internal/delivery/PseudonymSalt",
                        "dev/vitrine/internal/delivery/StateDirectory",
                        "dev/vitrine/internal/asking/Markers",
                        "dev/vitrine/internal/settings/AtomicReplacement",
                        "dev/vitrine/internal/settings/FileGuard");
    }

    @Test
    void onlyTheGateMakesPermits() {
        for (Class<?> permit : PERMITS) {
            String name = permit.getName().replace('.', '/');
            assertThat(runtime.classesThatCall(
                            call -> call.owner().equals(name) && call.name().equals("<init>")))
                    .as(name)
                    .containsExactly(GATE);
            assertThat(Modifier.isFinal(permit.getModifiers())).as(name).isTrue();
            for (Constructor<?> constructor : permit.getDeclaredConstructors()) {
                assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                        .as(name)
                        .isZero();
            }
        }
        assertThat(NetworkPermit.class.getPermittedSubclasses()).containsExactlyInAnyOrderElementsOf(PERMITS);
    }

    @Test
    void onlyTheApplicationsObjectMakesAGate() {
        assertThat(runtime.classesThatCall(
                        call -> call.owner().equals(GATE) && call.name().equals("<init>")))
                .containsOnly("dev/vitrine/Analytics", GATE);
    }

    private static boolean opensConnection(Call call) {
        boolean socket = call.owner().equals("java/net/Socket")
                || call.owner().equals("dev/vitrine/internal/network/DeadlineSocket");
        return (socket
                        && (call.name().equals("connect")
                                || (call.name().equals("<init>")
                                        && call.descriptor().matches(".*(String|InetAddress).*"))))
                || (call.owner().startsWith("java/net/InetAddress")
                        && call.name().startsWith("get")
                        && call.name().endsWith("Name"))
                || (call.owner().matches("java/net/URL|java/net/URLConnection|java/net/HttpURLConnection")
                        && call.name().matches("open.*|connect|getInputStream|getContent"))
                || (call.owner().endsWith("SocketFactory")
                        && call.name().equals("createSocket")
                        && !call.descriptor().startsWith("(Ljava/net/Socket;"))
                || call.owner().matches("java/net/(http/.*|DatagramSocket|MulticastSocket|ServerSocket)")
                || call.owner().matches("java/nio/channels/(Asynchronous)?(Server)?(Socket|Datagram)(Socket)?Channel");
    }

    private static boolean opensFileForWriting(Call call) {
        return (call.owner().matches("java/io/(FileOutputStream|RandomAccessFile|FileWriter|PrintWriter|PrintStream)")
                        && call.name().equals("<init>"))
                || (call.owner().equals("java/nio/file/Files")
                        && call.name()
                                .matches(
                                        "write.*|newOutputStream|newBufferedWriter|newByteChannel|createFile|createTempFile|copy"))
                || (call.owner().matches("java/nio/channels/(FileChannel|AsynchronousFileChannel)")
                        && call.name().equals("open"));
    }
}
