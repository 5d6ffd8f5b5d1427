package vn.tthc.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The logical name and revision under which an event is stored and published; class names never leave a process. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
    /** Logical name, such as {@code dossier.received}; never changed once published. */
    String value();

    /** Raised when the shape changes; older revisions are upcast when read. */
    int revision() default 1;

    /** Who may be shown that this happened. */
    Audience audience() default Audience.AGENCY;
}
