package demo.http;
import dev.vitrine.*;
import java.time.*;
import java.time.temporal.ChronoUnit;
import java.util.*;
@Description("All kinds.")
@Experiment(id = "everything", question = "Does everything work?", owner = "x@y", expires = "2027-01-01")
public record Everything(
  @Description("a") boolean event,
  @Description("b") Kind payload,
  @Description("c") @Range(min=-5, max=7) long out,
  @Description("c") @Buckets({1, 10.5, 1e7}) int recorder,
  @Description("d") @Buckets({-1, 0.1}) double refused,
  @Description("e") @Buckets(value={1, 10}, unit=ChronoUnit.SECONDS) Duration readTimeoutMs,
  @Description("f") @OneOf({"a", "b/c"}) String HTTPStatus,
  @Description("g") @ReleaseVersion String version,
  @Description("h") @Pseudonym String who,
  @Description("i") Optional<Boolean> oa,
  @Description("j") Optional<Kind> ob,
  @Description("k") @Range(min=0,max=5) Optional<Short> oc,
  @Description("l") @Buckets({1}) Optional<Float> od,
  @Description("m") @Buckets({1}) Optional<Duration> oe,
  @Description("n") @OneOf(source=demo.KnownModels.class, maxSize=9) Optional<String> of,
  @Description("n") @ReleaseVersion Optional<String> og,
  @Description("n") @Pseudonym Optional<String> oh,
  @Description("o") Set<Kind> set,
  @Description("p") @WireName("t-1") Timing timing,
  @Description("q") @Buckets({5}) Optional<Long> ol) {
  public enum Kind { @Description("one") @WireName("The ône") ONE, @Description("two") TWO_B }
  public record Timing(@Description("x") @Range(min=0,max=3) byte event, @Description("y") Inner inner) {}
  public record Inner(@Description("x") boolean yes, @Description("k") Kind kind) {}
}
