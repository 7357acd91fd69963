package dev.vitrine.processor.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic.Kind;

/**
 * All that can be wrong with a declaration. Each has a stable code, what happened, why it matters to the people whose
 * data it would be, and the cure. In the texts, {@code %1$s} and so on stand for the details of the case.
 */
public enum Diagnostic {
    NOT_A_RECORD(
            "%1$s has @Experiment but is no record.",
            "Only a record fixes at compile time everything that an event can carry.",
            "Declare it as a record, with one component for each field of the event."),
    PRIVATE_RECORD(
            "The record %1$s, or a class around it, is private.",
            "Its emitter could not name it, and an event that no generated code encodes is in no catalog.",
            "Remove private; package access is enough."),
    GENERIC_RECORD(
            "The record %1$s has type parameters.",
            "What a type variable stands for is not known when the catalog is written.",
            "Declare one record for each type that is meant."),
    RECURSIVE_RECORD(
            "The component %1$s holds %2$s, in which it stands.",
            "A record within itself has no bound on how much it tells.",
            "Take the component out, or replace it by a number with @Range, such as the depth."),
    MALFORMED_ID(
            "The id \"%1$s\" is not in kebab-case.",
            "The id names the experiment in the catalog and in what users agreed to, so it must be plain everywhere.",
            "Write lower-case words joined by hyphens, at most 64 characters, such as edit-tool-outcome."),
    BLANK_TEXT(
            "%1$s is blank.",
            "Users read these words when they decide; an empty one asks them to agree to something unsaid.",
            "Say it in words that a user understands."),
    MALFORMED_DATE(
            "\"%1$s\" is no date.",
            "An experiment without a last day would collect for ever.",
            "Write the last day of recording as year-month-day, such as 2027-05-29."),
    MALFORMED_EVENT(
            "The event name \"%1$s\" cannot be sent.",
            "A name on the wire is a fixed, plain word that users can find again in the audit log.",
            "Use 1 to 64 letters, digits, spaces, '_', '-' or '.', without a space at either end; or leave event out: it"
                    + " is the id then."),
    MALFORMED_LINK(
            "\"%1$s\" is no link.",
            "A link that leads nowhere explains nothing to the user who follows it.",
            "Give an absolute https or http URI."),
    MISSING_DESCRIPTION(
            "There is no @Description on %1$s.",
            "Users read what each field and each value means before they agree; Javadoc does not reach them.",
            "Add @Description(\"…\") in words that a user understands."),
    FREE_TEXT(
            "The component %1$s is a plain String.",
            "Free text can carry a path, a prompt or a name, and no filter finds them all.",
            "Make it an enum, or close the set of its values: @OneOf({…}), @OneOf(source = …), @ReleaseVersion or"
                    + " @Pseudonym."),
    UNBOUNDED_NUMBER(
            "The component %1$s has the type %2$s, without bounds.",
            "An exact number can single a person out, or hide an identifier.", "Close the set of its values: %3$s."),
    OPEN_TYPE("The component %1$s has the type %2$s.", "No field can hold that: %3$s.", "Use %4$s."),
    PRIVATE_TYPE(
            "The type %2$s of the component %1$s, or a class around it, is private, or not public in another package.",
            "The emitter could not name it, and an event that no generated code encodes is in no catalog.",
            "Make it public; in the experiment's own package, package access is enough."),
    NO_CONSTANTS(
            "The enum %2$s of the component %1$s has no constants.",
            "A field without values tells nothing, and cannot be described to a user.",
            "Give the enum at least one constant, or remove the component."),
    UNDESCRIBED_ENUM(
            "The enum %2$s of the component %1$s comes from a class file, and %3$s of its %4$s constants have no"
                    + " @Description.",
            "Users read what each value means before they agree, and nobody can add words to a compiled class.",
            "Declare an enum of your own, of the kinds that matter to the question, with a @Description on each"
                    + " constant."),
    TOO_MANY_CONSTANTS(
            "The enum %2$s of the component %1$s has %3$s constants; at most 64 are allowed.",
            "A user cannot read so many values, and each one tells more about them.",
            "Group the constants into an enum of fewer kinds."),
    MISFIT_ANNOTATION(
            "%2$s does not fit the component %1$s, whose type is %3$s.",
            "A rule that is not applied promises users a bound that does not hold.", "Remove it; %4$s."),
    TWO_RULES(
            "%2$s and %3$s stand together on the component %1$s.",
            "Which values can be sent must have one answer.", "Keep one of them."),
    EMPTY_RANGE(
            "The range from %1$s to %2$s is empty.",
            "A field without values cannot be described to a user.", "Let min be at most max."),
    UNREACHABLE_RANGE(
            "The range from %2$s to %3$s goes beyond what the component %1$s can hold, %4$s to %5$s.",
            "The catalog would show users values that no event can have, and count them.",
            "Narrow the range to what can happen."),
    UNREACHABLE_BUCKET(
            "No value of the component %1$s, a whole number from %3$s to %4$s, falls into the interval %2$s.",
            "The catalog would show users a value that no event can have, and count it.",
            "Move or remove one of the edges."),
    MALFORMED_EDGES(
            "%1$s.",
            "The catalog names each interval, so each must be clear and none empty.",
            "Give at least one finite edge, in strictly ascending order, such as @Buckets({10, 100})."),
    UNIT_WITHOUT_DURATION(
            "The component %1$s has a unit of time but is no Duration.",
            "The catalog would show users a unit that nothing was measured in.",
            "Remove unit, or make the component a java.time.Duration."),
    UNKNOWN_UNIT(
            "The unit %1$s has no fixed length that people would use.",
            "The catalog names each interval with its unit, and users must understand it.",
            "Use NANOS, MICROS, MILLIS, SECONDS, MINUTES, HOURS or DAYS."),
    NO_VALUES(
            "@OneOf on %1$s names neither values nor a source.",
            "Without a closed set of values, nothing can be sent, or anything could.",
            "List the values, @OneOf({\"a\", \"b\"}), or name the class that knows them, @OneOf(source = …)."),
    VALUES_AND_SOURCE(
            "@OneOf on %1$s names both values and a source.",
            "Which values can be sent must have one answer.", "Keep one of them."),
    TOO_MANY_VALUES(
            "@OneOf on %1$s lists %2$s values; at most %3$s are allowed.",
            "A user cannot read so many values, and each one tells more about them.",
            "Group them into fewer; or let a class list them at run time, @OneOf(source = …)."),
    MALFORMED_VALUE(
            "The value \"%1$s\" cannot be sent.",
            "Values are names, not sentences: what could be a path or a prompt is kept out by their form.",
            "Start with a letter or digit; then up to 63 letters, digits or any of ._:/+@- may follow."),
    DUPLICATE_VALUE(
            "The value \"%1$s\" is listed twice.",
            "The catalog counts the values to say how much a field can tell.", "Remove one of them."),
    RESERVED_VALUE(
            "The value \"other\" is reserved.",
            "It stands for everything that is not listed, so that nothing unlisted is ever sent.",
            "Remove it: it is always allowed; or use another word for what is meant."),
    MALFORMED_MAX_SIZE(
            "maxSize is %1$s.",
            "It bounds how much a value from a set that is known only at run time can tell.",
            "Choose from 1 to 65536, together with a source."),
    UNUSABLE_SOURCE(
            "%1$s cannot be made by generated code.",
            "Without its source a field has no closed set of values, and could not be sent.",
            "Let it be a public class, not abstract, without type parameters, nested only if static, with a public"
                    + " constructor that takes nothing and declares no checked exception."),
    MALFORMED_WIRE_NAME(
            "The wire name \"%1$s\" of %2$s cannot be sent.",
            "Users find these names in the catalog and in the audit log, so they must be plain.",
            "Give it %3$s with @WireName."),
    DUPLICATE_WIRE_NAME(
            "%1$s and %2$s have the same wire name \"%3$s\".",
            "Users and the receiver could not tell one from the other.",
            "Give one of them another name with @WireName."),
    NAME_IN_UNNAMED_PACKAGE(
            "The class %1$s is in the unnamed package, and generated code needs another class of that name.",
            "Code cannot tell the two apart, and would record something else than the catalog says.",
            "Move it into a named package, or rename it."),
    GENERATED_NAME_TAKEN(
            "%1$s, which is made for %2$s, exists already: %3$s.",
            "Without its generated class an experiment cannot be emitted as the catalog says.", "Rename one of them."),
    DUPLICATE_ID(
            "The id \"%1$s\" belongs to %2$s and to %3$s.",
            "What users agreed to is stored under the id, so it must mean one thing.",
            "Give one of them another id; an id is never used again for another question."),
    DUPLICATE_EVENT(
            "The event name \"%1$s\" belongs to %2$s and to %3$s.",
            "The receiver and the audit log could not tell one from the other.",
            "Give one of them another event, or leave event out: it is the id then."),
    METHOD_NAME(
            "The method for %1$s would be called %2$s, which Java keeps for itself.",
            "Without its method an experiment cannot be emitted as the catalog says.", "Rename the record."),
    DUPLICATE_METHOD(
            "The method %1$s would stand for %2$s and for %3$s.",
            "A call could record an event that its author did not mean.", "Rename one of the records."),
    TOO_MANY_BITS(
            "An event of %1$s can tell %2$s bits; %3$s are allowed: %4$s.",
            "The more bits, the fewer people share an answer: 33 are enough to single out anyone on earth.",
            "Coarsen a field, with @Buckets, a smaller @Range or fewer values; or raise maxBits of the application, and say"
                    + " why in the review."),
    LATE_EXPERIMENT(
            "%1$s came into being after the catalog of %2$s had been fixed.",
            "What is not in the catalog cannot be sent, so its events would all be dropped.",
            "Write the record by hand, or move it to a module of its own, and name it in include."),
    MALFORMED_APPLICATION_NAME(
            "The application name \"%1$s\" cannot be used.",
            "It names folders and variables by which users find and switch off what is collected.",
            "Start with a lower-case letter; then up to 31 lower-case letters, digits or hyphens may follow."),
    MALFORMED_CONTACT(
            "The contact \"%1$s\" is neither a mail address nor an https URI.",
            "Users must be able to ask who has their data, and to have it deleted.",
            "Give a mail address, such as privacy@example.org, or an https URI."),
    MALFORMED_POLICY(
            "The policy \"%1$s\" is no https URI.",
            "Users must be able to read, untampered, under which policy data is collected.", "Give an https URI."),
    INSECURE_ENDPOINT(
            "The endpoint \"%1$s\" is no https URI.",
            "On plain HTTP everyone on the way can read and change what is sent.",
            "Give an https URI, without user, query and fragment; plain http is for loopback addresses only."),
    MISSING_PROJECT_KEY(
            "The PostHog endpoint \"%1$s\" does not end in the project's key.",
            "The key says which project receives the data, so users must find it in the catalog, with the address.",
            "Append ?api_key= and the project's public key, such as"
                    + " https://eu.i.posthog.com/batch/?api_key=phc_…"),
    MALFORMED_RETENTION(
            "retentionDays is %1$s.",
            "Users must know for how long data is kept.", "Give the number of days, at least 1."),
    MALFORMED_MODES(
            "modes %1$s.",
            "The catalog says what a user can choose.",
            "Name ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED, or each once."),
    MALFORMED_MAX_BITS(
            "maxBits is %1$s.",
            "It bounds how much one event can tell about a person.",
            "Choose a number of at least 1; 64 is the default."),
    DUPLICATE_SIDE_REQUEST(
            "The side request \"%1$s\" is declared twice.",
            "Users must be able to tell the requests apart.", "Give one of them another name."),
    DUPLICATE_APPLICATION(
            "The application name \"%1$s\" belongs to %2$s and to %3$s.",
            "Consent is stored under the name, so it must mean one application.", "Give one of them another name."),
    NOT_AN_EXPERIMENT(
            "%1$s, which is included, is no experiment.",
            "Only what is declared with @Experiment can be described in the catalog.",
            "Add @Experiment to the record, or take it out of include."),
    LOCAL_EXPERIMENT(
            "%1$s has @Experiment but stands in a method, or in an anonymous class.",
            "Compilers show processors nothing of what is in there, so its events would be in no catalog, and be dropped.",
            "Move the record out, into a class or a file of its own."),
    LOCAL_APPLICATION(
            "%1$s has @AnalyticsApplication but stands in a method, or in an anonymous class.",
            "Compilers show processors nothing of what is in there, so it would have neither a catalog nor a facade.",
            "Move the class out, into a file of its own."),
    DUPLICATE_INCLUDE(
            "%1$s is included twice.",
            "The catalog lists each experiment once, so that a reader can count what is collected.",
            "Remove one of the entries."),
    PARTIAL_COMPILATION(
            Kind.WARNING,
            "The catalog of %1$s is made without %2$s, compiled before and not compiled again now.",
            "Until all is compiled together, these events are not recorded, and calls of their methods fail.",
            "Compile the whole module again; or, when they were deleted, their class files too."),
    NO_EMITTER(
            "%1$s, which is included, has no %2$s beside it.",
            "Only its emitter encodes the event as the catalog says; without it nothing can be sent.",
            "Compile the library that declares it with this processor."),
    MISSING_TYPE(
            "%1$s, which is included, names a type that is not there: %2$s.",
            "What cannot be read cannot be described in the catalog.",
            "Put the library that declares the type on the class path."),
    UNEXPECTED_FAILURE(
            "Vitrine failed on %1$s: %2$s.",
            "Nothing was generated for it, so nothing of it can be sent.",
            "This is a mistake in Vitrine; please report it, with the declaration.");

    private final Kind severity;
    private final String what;
    private final String why;
    private final String cure;

    Diagnostic(String what, String why, String cure) {
        this(Kind.ERROR, what, why, cure);
    }

    Diagnostic(Kind severity, String what, String why, String cure) {
        this.severity = severity;
        this.what = what;
        this.why = why;
        this.cure = cure;
    }

    /** The stable code, such as {@code VitrineFreeText}. */
    public String code() {
        return "Vitrine"
                + Arrays.stream(name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** How severe it is: an error, as what is doubtful is not collected; a warning where the declaration is right. */
    public Kind severity() {
        return severity;
    }

    /** The message: the code, what happened, why it matters, and the cure. */
    public String message(Object... details) {
        return "[" + code() + "] " + fill(what, details) + "\n  Why: " + fill(why, details) + "\n  Cure: "
                + fill(cure, details);
    }

    @SuppressWarnings("FormatStringAnnotation") // the texts above, each tried in a test
    private static String fill(String text, Object... details) {
        return String.format(
                Locale.ROOT, text, Arrays.stream(details).map(VisibleText::of).toArray());
    }
}
