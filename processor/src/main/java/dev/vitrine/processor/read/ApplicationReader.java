package dev.vitrine.processor.read;

import dev.vitrine.processor.declaration.ApplicationDeclaration;
import dev.vitrine.processor.declaration.ApplicationDeclaration.RecipientDeclaration;
import dev.vitrine.processor.declaration.ApplicationDeclaration.SideRequestDeclaration;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads a type with {@code @AnalyticsApplication}. */
public final class ApplicationReader {
    private final Elements elements;
    private final AnnotationReader annotations;
    private final TypeUses typeUses;

    /** Reads with the compiler's own tools. */
    public ApplicationReader(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.annotations = new AnnotationReader(elements);
        this.typeUses = new TypeUses(elements);
    }

    /** Reads an application from source. */
    public ApplicationDeclaration read(TypeElement type) throws UnreadableException {
        DeclaredAnnotation application = annotations
                .find(type, "AnalyticsApplication", new Spot(any -> true, null))
                .orElseThrow(() -> new UnreadableException(type + " is no application any more"));
        return new ApplicationDeclaration(
                application.place(),
                typeUses.of(type),
                application.text("name"),
                application.text("controller"),
                application.text("contact"),
                application.text("policy"),
                recipient(application.annotation("recipient")),
                application.constants("modes"),
                application.classNames("include"),
                sideRequests(application),
                application.integer("maxBits"));
    }

    private static RecipientDeclaration recipient(DeclaredAnnotation recipient) throws UnreadableException {
        return new RecipientDeclaration(
                recipient.text("name"),
                recipient.text("endpoint"),
                recipient.text("region"),
                recipient.integer("retentionDays"),
                recipient.constant("protocol"));
    }

    private static List<SideRequestDeclaration> sideRequests(DeclaredAnnotation application)
            throws UnreadableException {
        List<SideRequestDeclaration> requests = new ArrayList<>();
        for (DeclaredAnnotation request : application.annotations("sideRequests")) {
            requests.add(new SideRequestDeclaration(
                    request.text("name"), request.text("endpoint"), request.text("question")));
        }
        return requests;
    }
}
