package demo;
import java.util.Set;
@dev.vitrine.Description("The models in the bundled database.")
public class KnownModels implements dev.vitrine.AllowedValues {
  public Set<String> values() { return Set.of("gpt-5", "claude"); }
}
