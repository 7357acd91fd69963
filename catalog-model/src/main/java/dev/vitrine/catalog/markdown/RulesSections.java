package dev.vitrine.catalog.markdown;

import static dev.vitrine.catalog.markdown.Inline.anchor;
import static dev.vitrine.catalog.markdown.Inline.code;
import static dev.vitrine.catalog.markdown.Inline.linkOut;
import static dev.vitrine.catalog.markdown.Inline.sentence;
import static dev.vitrine.catalog.markdown.Inline.strong;
import static dev.vitrine.catalog.markdown.Inline.text;
import static dev.vitrine.catalog.markdown.Inline.words;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.wording.Promises;
import dev.vitrine.catalog.wording.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;

/** What holds for all experiments. */
final class RulesSections {
    private static final String ENVELOPE = "beside-the-events";
    private static final String NEVER = "never-collected";
    private static final String RECIPIENTS = "who-receives-it";
    private static final String SIDE_REQUESTS = "other-requests";
    private static final String CONSENT = "your-choice";
    private static final String OFF = "switch-it-off";
    private static final String LOOK = "see-for-yourself";

    /** The titles of the sections by their anchors, in order. */
    static final Map<String, String> TITLES = titles();

    private RulesSections() {}

    static void add(Page page, Catalog catalog, Promises promises) {
        heading(page, ENVELOPE);
        page.paragraph(text("Events travel in batches. Beside the fields above, this goes along:"));
        page.table(
                List.of("Entry", "What for", "Values", "Sent"),
                catalog.envelope().stream()
                        .map(entry -> List.of(
                                List.of(code(entry.name())),
                                sentence(entry.description()),
                                sentence(entry.values()),
                                List.of(text(promises.sent(entry)))))
                        .toList());
        heading(page, NEVER);
        page.bullets(promises.neverCollected().stream().map(Inline::sentence).toList());
        recipients(page, catalog, promises);
        sideRequests(page, catalog, promises);
        choice(page, promises);
        heading(page, OFF);
        page.paragraph(sentence("Type a command into %1$s; where its commands begin with a slash, `/privacy off`."
                .formatted(catalog.application().name())));
        page.bullets(steps(promises.switchOff()));
        heading(page, LOOK);
        page.bullets(steps(promises.seeForYourself()));
    }

    private static void recipients(Page page, Catalog catalog, Promises promises) {
        heading(page, RECIPIENTS);
        page.table(
                List.of("Recipient", "Address", "Region", "Kept for", "Protocol"),
                catalog.recipients().stream()
                        .map(recipient -> List.of(
                                List.of(text(recipient.name())),
                                List.of(code(recipient.endpoint())),
                                List.of(text(recipient.region())),
                                List.of(text(promises.kept(recipient))),
                                List.of(text(recipient.protocol()))))
                        .toList());
        Application application = catalog.application();
        page.bullets(List.of(
                List.of(strong("Answers for it:"), words(" "), text(application.controller())),
                List.of(strong("Questions and requests:"), words(" "), linkOut(application.contact())),
                List.of(strong("Privacy policy:"), words(" "), linkOut(application.policy()))));
        page.paragraph(text(promises.networkAddress()));
    }

    private static void sideRequests(Page page, Catalog catalog, Promises promises) {
        heading(page, SIDE_REQUESTS);
        if (catalog.sideRequests().isEmpty()) {
            page.paragraph(text("Analytics makes no other request."));
            return;
        }
        page.table(
                List.of("Request", "Question", "Address"),
                catalog.sideRequests().stream()
                        .map(request -> List.of(
                                List.of(text(request.name())),
                                List.of(text(request.question())),
                                List.of(code(request.endpoint()))))
                        .toList());
        page.paragraph(sentence(promises.sideRequestCarries() + " " + promises.sideRequestStops()));
    }

    private static void choice(Page page, Promises promises) {
        heading(page, CONSENT);
        page.paragraph(text("You can choose:"));
        List<List<Node>> choices = new ArrayList<>();
        choices.add(List.of(code("off"), words(": Nothing is recorded, stored or sent. This is so until you choose.")));
        choices.addAll(steps(promises.modes()));
        page.bullets(choices);
        page.paragraph(
                text(
                        "Several things can speak against sending, and the most private wins. The first of these that applies decides:"));
        page.steps(promises.consentOrder().stream().map(Inline::sentence).toList());
    }

    private static List<List<Node>> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> {
                    List<Node> line = new ArrayList<>(List.of(code(step.code()), words(": ")));
                    line.addAll(sentence(step.meaning()));
                    return line;
                })
                .toList();
    }

    private static void heading(Page page, String section) {
        page.heading(2, anchor(section), text(TITLES.getOrDefault(section, section)));
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(ENVELOPE, "What travels beside the events");
        titles.put(NEVER, "What is never collected");
        titles.put(RECIPIENTS, "Who receives it, and for how long");
        titles.put(SIDE_REQUESTS, "Other requests");
        titles.put(CONSENT, "How your choice is respected");
        titles.put(OFF, "How to switch it off");
        titles.put(LOOK, "How to see for yourself");
        return Collections.unmodifiableMap(titles);
    }
}
