package vn.tthc.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one process is run.
 *
 * @param name what people call it
 * @param port where it listens
 * @param furtherPorts other ports it needs
 * @param classPath jars, in order
 * @param mainClass what to run
 * @param jvm options of the virtual machine
 * @param arguments arguments of the program
 * @param environment what it is told by variables
 */
public record ProcessSpec(
        String name,
        int port,
        List<Integer> furtherPorts,
        List<Path> classPath,
        String mainClass,
        List<String> jvm,
        List<String> arguments,
        Map<String, String> environment) {
    public ProcessSpec {
        furtherPorts = List.copyOf(furtherPorts);
        classPath = List.copyOf(classPath);
        jvm = List.copyOf(jvm);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The same with one more variable. */
    ProcessSpec with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new ProcessSpec(name, port, furtherPorts, classPath, mainClass, jvm, arguments, more);
    }

    /** Whether it is one of the four services rather than the broker or the identity provider. */
    public boolean service() {
        return name.endsWith("-service");
    }
}
