package dev.vitrine.binding;

import dev.vitrine.AllowedValues;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The fields of a payload or of a nested record, in the order in which they are written.
 *
 * <p>Generated code declares each field once, when the experiment's class is first used, and keeps what the method
 * answers. What is declared here yields the {@linkplain #atoms() atoms} that are held against the application's catalog
 * and the user's consent before anything is recorded.
 */
public final class PayloadSchema {
    private final String prefix;
    private final List<PayloadField> fields = new ArrayList<>();
    private boolean nextIsOptional;

    PayloadSchema(String prefix) {
        this.prefix = prefix;
    }

    /** Makes the next field that is declared an optional one. */
    public PayloadSchema optional() {
        nextIsOptional = true;
        return this;
    }

    /** Declares a field that is true or false. */
    public BooleanField bool(String name) {
        return add(new BooleanField(prefix + name, name, takeOptional()));
    }

    /** Declares a whole number from {@code min} to {@code max}, both inclusive. */
    public RangeField range(String name, long min, long max) {
        return add(new RangeField(prefix + name, name, takeOptional(), min, max));
    }

    /** Declares intervals: n ascending edges, in {@code unit} for durations, and n + 1 labels. */
    public BucketField buckets(String name, ChronoUnit unit, double[] edges, String... labels) {
        return add(new BucketField(prefix + name, name, takeOptional(), unit, edges, List.of(labels)));
    }

    /** Declares an enum, by pairs of each constant's name in Java and on the wire. */
    public <E extends Enum<E>> ConstantField<E> constant(String name, Class<E> type, String... pairs) {
        return add(new ConstantField<>(prefix + name, name, takeOptional(), new ConstantNames<>(type, pairs)));
    }

    /** Declares a set of an enum, by pairs of each constant's name in Java and on the wire. */
    public <E extends Enum<E>> ConstantSetField<E> constants(String name, Class<E> type, String... pairs) {
        return add(new ConstantSetField<>(prefix + name, name, new ConstantNames<>(type, pairs)));
    }

    /** Declares a text of a list that is fixed. */
    public OneOfField oneOf(String name, String... values) {
        return add(new OneOfField(prefix + name, name, takeOptional(), List.of(values)));
    }

    /** Declares a text of a list that is known at run time, of which at most {@code maxSize} are taken. */
    public SourcedField oneOf(String name, Supplier<? extends AllowedValues> source, int maxSize) {
        return add(new SourcedField(prefix + name, name, takeOptional(), source, maxSize));
    }

    /** Declares a released version number. */
    public ReleaseVersionField releaseVersion(String name) {
        return add(new ReleaseVersionField(prefix + name, name, takeOptional()));
    }

    /** Declares a pseudonym. */
    public PseudonymField pseudonym(String name) {
        return add(new PseudonymField(prefix + name, name, takeOptional()));
    }

    /** Declares a nested record, whose fields are declared on {@link RecordField#payload()}. */
    public RecordField record(String name) {
        return add(new RecordField(prefix + name, name));
    }

    /** The fields, in order. */
    public List<PayloadField> fields() {
        return List.copyOf(fields);
    }

    /** What the fields allow, {@code path=values}, in order; those of nested records in place of the record. */
    public List<String> atoms() {
        List<String> atoms = new ArrayList<>();
        for (PayloadField field : fields) {
            if (field instanceof RecordField nested) {
                atoms.addAll(nested.payload().atoms());
            } else {
                atoms.add(field.atom());
            }
        }
        return atoms;
    }

    /** Writes each field's example value, without the braces around them. */
    void writeExample(PayloadWriter out) {
        for (PayloadField field : fields) {
            field.writeExample(out);
        }
    }

    private boolean takeOptional() {
        boolean optional = nextIsOptional;
        nextIsOptional = false;
        return optional;
    }

    private <F extends PayloadField> F add(F field) {
        fields.add(field);
        return field;
    }
}
