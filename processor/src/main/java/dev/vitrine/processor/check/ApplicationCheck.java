package dev.vitrine.processor.check;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.Envelope;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.SideRequest;
import dev.vitrine.processor.declaration.ApplicationDeclaration;
import dev.vitrine.processor.declaration.ApplicationDeclaration.RecipientDeclaration;
import dev.vitrine.processor.declaration.ApplicationDeclaration.SideRequestDeclaration;
import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.model.ApplicationModel;
import dev.vitrine.processor.model.ExperimentModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks an application, and makes its catalog. */
public final class ApplicationCheck {
    private static final String POSTHOG = "POSTHOG";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final Problems problems;
    private final Words words;
    private final AddressCheck addresses;

    /** Notes what is wrong in {@code problems}. */
    public ApplicationCheck(Problems problems) {
        this.problems = problems;
        this.words = new Words(problems);
        this.addresses = new AddressCheck(problems);
    }

    /** Notes what is wrong with the application itself, its experiments aside. */
    public void check(ApplicationDeclaration declaration) {
        if (!NAME.matcher(declaration.name().value()).matches()) {
            problems.report(
                    Diagnostic.MALFORMED_APPLICATION_NAME,
                    declaration.name().place(),
                    declaration.name().value());
        }
        words.required("The controller", declaration.controller());
        addresses.checkContact(declaration.contact());
        addresses.checkPolicy(declaration.policy());
        checkRecipient(declaration.recipient());
        checkModes(declaration.modes());
        checkSideRequests(declaration.sideRequests());
        if (declaration.maxBits().value() < 1) {
            problems.report(
                    Diagnostic.MALFORMED_MAX_BITS,
                    declaration.maxBits().place(),
                    declaration.maxBits().value());
        }
    }

    private void checkRecipient(RecipientDeclaration recipient) {
        words.required("The name of the recipient", recipient.name());
        if (recipient.protocol().value().equals(POSTHOG)) {
            addresses.checkPostHogEndpoint(recipient.endpoint());
        } else {
            addresses.checkEndpoint(recipient.endpoint());
        }
        words.required("The region", recipient.region());
        if (recipient.retentionDays().value() < 1) {
            problems.report(
                    Diagnostic.MALFORMED_RETENTION,
                    recipient.retentionDays().place(),
                    recipient.retentionDays().value());
        }
    }

    private void checkModes(Given<List<String>> modes) {
        if (modes.value().isEmpty()) {
            problems.report(Diagnostic.MALFORMED_MODES, modes.place(), "is empty");
        } else if (new HashSet<>(modes.value()).size() < modes.value().size()) {
            problems.report(Diagnostic.MALFORMED_MODES, modes.place(), "names one twice");
        }
    }

    private void checkSideRequests(List<SideRequestDeclaration> requests) {
        Set<String> names = new HashSet<>();
        for (SideRequestDeclaration request : requests) {
            words.required("The name of the side request", request.name());
            addresses.checkEndpoint(request.endpoint());
            words.required("The question of the side request", request.question());
            if (!names.add(request.name().value())) {
                problems.report(
                        Diagnostic.DUPLICATE_SIDE_REQUEST,
                        request.name().place(),
                        request.name().value());
            }
        }
    }

    /** The application with its catalog. */
    public static ApplicationModel model(ApplicationDeclaration declaration, List<ExperimentModel> experiments) {
        String name = declaration.name().value();
        // IDENTIFIED comes after ANONYMOUS in the alphabet as in the enum.
        List<String> modes = declaration.modes().value().stream().sorted().toList();
        List<ExperimentModel> sorted = experiments.stream()
                .sorted(Comparator.comparing(experiment -> experiment.entry().id()))
                .toList();
        Catalog catalog = new Catalog(
                new Application(
                        name,
                        declaration.controller().value(),
                        declaration.contact().value(),
                        declaration.policy().value()),
                List.of(recipient(declaration.recipient())),
                ConsentRules.of(
                        name, modes.stream().map(ApplicationCheck::lowerCase).toList()),
                Envelope.entries(lowerCase(declaration.recipient().protocol().value())),
                sideRequests(declaration.sideRequests()),
                sorted.stream().map(ExperimentModel::entry).toList());
        return new ApplicationModel(
                declaration.type(),
                catalog,
                modes,
                declaration.recipient().protocol().value(),
                sorted);
    }

    private static Recipient recipient(RecipientDeclaration recipient) {
        return new Recipient(
                recipient.name().value(),
                recipient.endpoint().value(),
                recipient.region().value(),
                recipient.retentionDays().value(),
                lowerCase(recipient.protocol().value()));
    }

    private static List<SideRequest> sideRequests(List<SideRequestDeclaration> declared) {
        List<SideRequest> requests = new ArrayList<>();
        for (SideRequestDeclaration request : declared) {
            requests.add(new SideRequest(
                    request.name().value(),
                    request.endpoint().value(),
                    request.question().value()));
        }
        return requests;
    }

    private static String lowerCase(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
