package dev.vitrine.catalog.wording;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.Envelope;
import dev.vitrine.catalog.EnvelopeEntry;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.WideField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds for an application as a whole, in words that its users understand. In sentences, what is typed stands
 * between grave accents.
 */
public final class Promises {
    private final Catalog catalog;
    private final Application application;
    private final Set<FieldKind> kinds;

    /** The words for this catalog. */
    public Promises(Catalog catalog) {
        this.catalog = catalog;
        this.application = catalog.application();
        this.kinds = catalog.experiments().stream()
                .flatMap(experiment -> FieldLine.of(experiment).stream())
                .map(FieldLine::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the page is called. */
    public String title() {
        return "What " + application.name() + " collects, if you say yes";
    }

    /** What a reader must know first. */
    public String summary() {
        return "Analytics in " + application.name()
                + " is off until you say yes, and you can take a yes back at any time.";
    }

    /** What the page is, and why it can be believed. */
    public String provenance() {
        return "This page lists everything that could then be sent: every event, every field, every value, and who receives it. "
                + "The compiler made it from the code that does the sending, and what is not on it cannot be sent. The same, for programs, is in `catalog.json`.";
    }

    /** Whether a user can choose to be told from others. */
    public boolean offersIdentified() {
        return catalog.consent().modes().contains(Envelope.IDENTIFIED);
    }

    /** What can be granted, and what it means. */
    public List<Step> modes() {
        return catalog.consent().modes().stream()
                .map(
                        mode -> new Step(
                                mode,
                                mode.equals(Envelope.IDENTIFIED)
                                        ? "Events carry a random tracking id, made when you choose this and deleted when you leave it. "
                                                + "They can be linked to each other, and to your name only if you type one."
                                        : "Events carry no identifier of yours: one batch of them cannot be linked to the next, nor to you."))
                .toList();
    }

    /** When an entry of the envelope is sent, in words. */
    public String sent(EnvelopeEntry entry) {
        if (!entry.sent().equals(Envelope.IDENTIFIED)) {
            return entry.sent();
        }
        return offersIdentified() ? "only if you chose identified" : "never: identified is not offered";
    }

    /** What no event can hold. */
    public List<String> neverCollected() {
        return List.of(
                "Text that you or others wrote: prompts, answers, code, commands, search terms. " + held(),
                "Names and contents of files, folders, repositories, hosts and accounts; addresses; error messages and stack traces."
                        + numbers(),
                "The time of day. An event carries its date, in UTC.",
                offersIdentified()
                        ? "Anything that tells you from other people, unless you chose identified."
                        : "Anything that tells you from other people.");
    }

    /** What a field can hold, with each exception from the lists that this catalog has. */
    private String held() {
        List<String> held = new ArrayList<>();
        held.add("a value from its list");
        if (kinds.contains(FieldKind.NUMBER)) {
            held.add("a number within its bounds");
        }
        if (kinds.contains(FieldKind.KNOWN_NAME)) {
            held.add("a name that its class lists when the application runs");
        }
        if (kinds.contains(FieldKind.RELEASE_VERSION)) {
            held.add("a released version");
        }
        if (kinds.contains(FieldKind.PSEUDONYM)) {
            held.add("a code, under identified only");
        }
        return "A field holds what this page says of it: " + String.join(", or ", held)
                + "; the compiler refuses all else.";
    }

    /** Why no number is one of those, and which could be all the same. */
    private String numbers() {
        long wide = catalog.experiments().stream()
                .mapToLong(experiment -> WideField.of(experiment).size())
                .sum();
        if (wide == 0) {
            return kinds.contains(FieldKind.NUMBER)
                    ? " No number here has the " + WideField.BITS + " bits of a network address."
                    : "";
        }
        return " The compiler cannot know what a wide number stands for: " + (wide == 1 ? "1 field" : wide + " fields")
                + " here, marked as such, could hold an address all the same.";
    }

    /** How long and where a recipient keeps the data. */
    public String kept(Recipient recipient) {
        int days = recipient.retentionDays();
        return days == 1 ? "1 day" : days + " days";
    }

    /** What a side request carries. */
    public String sideRequestCarries() {
        String always = "It is a plain `GET` that says `User-Agent: " + application.name()
                + "/<version> (<os>; <arch>)`, and nothing else about you or your machine.";
        return offersIdentified()
                ? always + " If you chose identified, and only then, it also has the header `Tracking-Id`."
                : always;
    }

    /** What stops side requests. */
    public String sideRequestStops() {
        return "It is made only when the application needs its answer. `DO_NOT_TRACK`, the administrator's file and `"
                + ConsentRules.updateCheckVariable(application.name()) + "=1` stop it.";
    }

    /** What the network shows by itself. */
    public String networkAddress() {
        return "Like any server on the network, the recipient's sees the address that a request comes from. It is no part of what is sent.";
    }

    /** How to switch it off. */
    public List<Step> switchOff() {
        return List.of(
                new Step(
                        "privacy off",
                        "Off, at once: what was waiting to be sent is thrown away, and the tracking id with it."),
                new Step("privacy disable", "Off for ever: never asked again."),
                new Step("DO_NOT_TRACK=1", "Off for everything that respects this variable, whatever was chosen."),
                new Step(
                        catalog.consent().environmentVariable() + "=off",
                        "Off for " + application.name() + ", whatever was chosen."),
                new Step(
                        "\"analytics\": …",
                        "Delete this key from `settings.json` and nothing is decided, which is off; set it to `false` and it stays off."));
    }

    /** How to look for oneself. */
    public List<Step> seeForYourself() {
        return List.of(
                new Step(
                        "privacy status",
                        "What was chosen, what is in force and why, what was sent and what was lost."),
                new Step("privacy show", "This catalog, as it is built into the release that you run."),
                new Step("privacy preview", "What would be sent now."),
                new Step("privacy log", "Every byte that was sent."),
                new Step(
                        "privacy forget",
                        "Switches off, and deletes here what waits, the ids and the log. "
                                + (askable()
                                        ? "Before, it asks the recipient to delete what was sent under each tracking id that the log names; an id for which the recipient does not confirm that is kept, to ask again."
                                        : "It names the address to write to, and the id, for what the recipient holds.")));
    }

    /** Whether every recipient can be asked, from the application, to delete what it has. */
    private boolean askable() {
        return offersIdentified()
                && catalog.recipients().stream()
                        .allMatch(recipient -> recipient.protocol().equals("vitrine"));
    }

    /** The rules of consent, of which the first that applies holds. */
    public List<String> consentOrder() {
        return catalog.consent().order(application.name());
    }
}
