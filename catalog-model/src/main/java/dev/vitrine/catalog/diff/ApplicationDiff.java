package dev.vitrine.catalog.diff;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.Envelope;
import dev.vitrine.catalog.EnvelopeEntry;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.SideRequest;
import java.util.function.Function;

/** What changed for the application as a whole. */
final class ApplicationDiff {
    private final Changes changes;

    private ApplicationDiff(Changes changes) {
        this.changes = changes;
    }

    static void compare(Catalog before, Catalog after, Changes changes) {
        ApplicationDiff diff = new ApplicationDiff(changes);
        diff.application(before.application(), after.application());
        changes.named(
                "recipients",
                new Changes.Lists<>(before.recipients(), after.recipients()),
                Recipient::name,
                added -> changes.more(
                        "recipients/" + added.name(),
                        "",
                        describe(added),
                        "A new recipient, " + added.name() + ", receives the events."),
                removed -> changes.less(
                        "recipients/" + removed.name(),
                        describe(removed),
                        "",
                        "The recipient " + removed.name() + " receives nothing any more."),
                diff::recipient);
        diff.consent(before.consent(), after.consent());
        changes.named(
                "envelope",
                new Changes.Lists<>(before.envelope(), after.envelope()),
                EnvelopeEntry::name,
                added -> changes.more(
                        "envelope/" + added.name(),
                        "",
                        added.values() + " (" + added.sent() + ')',
                        "A new entry, " + added.name() + ", travels beside the events."),
                removed -> changes.less(
                        "envelope/" + removed.name(),
                        removed.values() + " (" + removed.sent() + ')',
                        "",
                        "The entry " + removed.name() + " travels no more."),
                diff::envelopeEntry);
        changes.named(
                "sideRequests",
                new Changes.Lists<>(before.sideRequests(), after.sideRequests()),
                SideRequest::name,
                added -> changes.more(
                        "sideRequests/" + added.name(),
                        "",
                        added.endpoint() + " (" + added.question() + ')',
                        "A new request is made beside the events: " + added.name() + '.'),
                removed -> changes.less(
                        "sideRequests/" + removed.name(),
                        removed.endpoint() + " (" + removed.question() + ')',
                        "",
                        "The request " + removed.name() + " is made no more."),
                diff::sideRequest);
    }

    private void application(Application before, Application after) {
        changes.promise(
                "application/controller",
                before.controller(),
                after.controller(),
                "Someone else answers for the data.");
        changes.promise(
                "application/name",
                before.name(),
                after.name(),
                "The application has another name, and so have the folders of its settings and its state, its environment"
                        + " variable and the administrator's switch: every yes, every no and every off-switch that was"
                        + " given under the old name is lost.");
        changes.wording("application/contact", before.contact(), after.contact(), "The contact");
        changes.wording("application/policy", before.policy(), after.policy(), "The address of the privacy policy");
    }

    private void recipient(Recipient before, Recipient after) {
        String place = "recipients/" + after.name();
        changes.promise(place + "/endpoint", before.endpoint(), after.endpoint(), "The events go to another address.");
        changes.promise(place + "/region", before.region(), after.region(), "The data is kept in another region.");
        changes.promise(
                place + "/protocol",
                before.protocol(),
                after.protocol(),
                "The recipient is spoken to by another protocol, which may add something of its own.");
        String was = before.retentionDays() + " days";
        String is = after.retentionDays() + " days";
        if (after.retentionDays() > before.retentionDays()) {
            changes.more(place + "/retentionDays", was, is, "The data is kept for longer.");
        } else if (after.retentionDays() < before.retentionDays()) {
            changes.less(place + "/retentionDays", was, is, "The data is kept for less time.");
        }
    }

    private void consent(ConsentRules before, ConsentRules after) {
        changes.named(
                "consent/modes",
                new Changes.Lists<>(before.modes(), after.modes()),
                Function.identity(),
                added -> changes.more(
                        "consent/modes/" + added, "", added, "Users can now be asked for more: " + added + '.'),
                removed -> changes.less(
                        "consent/modes/" + removed, removed, "", "Users can no longer choose " + removed + '.'),
                (then, now) -> {});
        changes.promise(
                "consent/environmentVariable",
                before.environmentVariable(),
                after.environmentVariable(),
                "The environment variable has another name: whoever switched analytics off by the old one no longer does.");
    }

    private void envelopeEntry(EnvelopeEntry before, EnvelopeEntry after) {
        String place = "envelope/" + after.name();
        if (!before.sent().equals(after.sent())) {
            if (after.sent().equals(Envelope.IDENTIFIED)) {
                changes.less(place + "/sent", before.sent(), after.sent(), after.name() + " is sent less often.");
            } else {
                changes.more(place + "/sent", before.sent(), after.sent(), after.name() + " is sent more often.");
            }
        }
        changes.wording(place + "/values", before.values(), after.values(), "What " + after.name() + " can be");
        changes.wording(
                place + "/description", before.description(), after.description(), "What " + after.name() + " is for");
    }

    private void sideRequest(SideRequest before, SideRequest after) {
        String place = "sideRequests/" + after.name();
        changes.promise(
                place + "/endpoint",
                before.endpoint(),
                after.endpoint(),
                "The request " + after.name() + " goes to another address.");
        changes.promise(
                place + "/question",
                before.question(),
                after.question(),
                "The request " + after.name() + " answers another question.");
    }

    private static String describe(Recipient recipient) {
        return recipient.endpoint() + ", " + recipient.region() + ", " + recipient.retentionDays() + " days";
    }
}
