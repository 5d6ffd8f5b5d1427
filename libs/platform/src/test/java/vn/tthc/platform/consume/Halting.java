package vn.tthc.platform.consume;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.RebuildableDocuments;

/** A process that stands still once, when somebody has the right to build and it reads which generation serves. */
record Halting(ConsumeStack.OnMongo real, AtomicReference<@Nullable Runnable> stopped) implements ConsumeStack.Backing {
    @Override
    public RebuildableDocuments documents() {
        return (RebuildableDocuments) Proxy.newProxyInstance(
                RebuildableDocuments.class.getClassLoader(),
                new Class<?>[] {RebuildableDocuments.class},
                (proxy, method, args) -> {
                    Object answer = call(method, args);
                    boolean builds = answer instanceof Optional<?> found
                            && found.orElse(null) instanceof Document document
                            && document.json().startsWith("{")
                            && StoredGeneration.of(document.json()).building() != 0;
                    @Nullable Runnable meanwhile = builds ? stopped.getAndSet(null) : null;
                    if (meanwhile == null) {
                        return answer;
                    }
                    meanwhile.run();
                    return call(method, args);
                });
    }

    private Object call(Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real.documents(), args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public ConsumerStore store() {
        return real.store();
    }

    @Override
    public void close() {
        real.close();
    }
}
