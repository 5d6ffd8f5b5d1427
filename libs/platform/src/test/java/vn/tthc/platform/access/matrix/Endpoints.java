package vn.tthc.platform.access.matrix;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Everything a running service answers to. */
final class Endpoints {
    private Endpoints() {}

    /** Method and path of each, {@code ANY} where the method does not matter. */
    static Set<String> of(ApplicationContext context) {
        Set<String> all = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(all, info)));
        return all;
    }

    private static void add(Set<String> all, RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                all.add("ANY " + path);
            }
            methods.forEach(method -> all.add(method + " " + path));
        }
    }
}
