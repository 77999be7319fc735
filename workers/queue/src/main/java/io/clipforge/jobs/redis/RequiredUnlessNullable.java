package io.clipforge.jobs.redis;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;

/** A missing field is found while reading, not later as a null deep in a handler. */
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Executable constructor) {
            var types = constructor.getAnnotatedParameterTypes();
            return !types[parameter.getIndex()].isAnnotationPresent(Nullable.class);
        }
        return super.hasRequiredMarker(member);
    }
}
