package it;

import java.util.function.Consumer;

public final class Client {
    private final Consumer<Retried> retried;

    public Client(RetriedEmitter emitter) {
        this.retried = emitter::emit;
    }

    public void request() {
        retried.accept(new Retried(1));
    }
}
