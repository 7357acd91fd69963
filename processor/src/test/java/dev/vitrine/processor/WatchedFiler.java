package dev.vitrine.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** A processor whose filer's calls are shown to somebody first. */
final class WatchedFiler extends AbstractProcessor {
    private final Processor processor;
    private final Watcher watcher;

    WatchedFiler(Processor processor, Watcher watcher) {
        this.processor = processor;
        this.watcher = watcher;
    }

    /** A processor whose filer throws what no filer should. */
    static WatchedFiler failing(Processor processor) {
        return new WatchedFiler(processor, (method, arguments) -> {
            throw new IllegalStateException("the filer fails");
        });
    }

    /** Is shown a call before it is made; what it throws is thrown instead. */
    interface Watcher {
        void before(String method, Object[] arguments);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        Filer filer = proxy(Filer.class, (method, arguments) -> {
            watcher.before(method.getName(), arguments);
            return method.invoke(environment.getFiler(), arguments);
        });
        processor.init(proxy(
                ProcessingEnvironment.class,
                (method, arguments) ->
                        method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    private interface Call {
        Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                WatchedFiler.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.answer(method, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
