package dev.ecrbot.index;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Ends the crawl once it has kept something. */
record StoreThatInterrupts(IndexStore store) implements InvocationHandler {
    IndexStore proxy() {
        return (IndexStore)
                Proxy.newProxyInstance(IndexStore.class.getClassLoader(), new Class<?>[] {IndexStore.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object result = method.invoke(store, arguments);
        if (method.getName().equals("read")) {
            Thread.currentThread().interrupt();
        }
        return result;
    }
}
