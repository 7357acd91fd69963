package demo;
import dev.vitrine.*;
@AnalyticsApplication(
    name = "pi",
    controller = "Example Inc.", contact = "privacy@pi.example", policy = "https://pi.example/privacy",
    recipient = @Recipient(name = "pi.example", endpoint = "https://pi.example/api/analytics", region = "EU", retentionDays = 90),
    modes = {ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED},
    sideRequests = @SideRequest(name = "update check", endpoint = "https://pi.example/api/latest-version", question = "Is there a newer version?"))
public final class Pi {
  public static void main(String[] a) {
    try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder().appVersion("0.62.0").build())) {
      analytics.events().editToolOutcome("gpt-5", EditToolOutcome.Outcome.APPLIED, 1);
      analytics.events().started();
      analytics.emit(new EditToolOutcome("gpt-5", EditToolOutcome.Outcome.APPLIED, 1));
      System.out.println(EditToolOutcomeEmitter.type().atoms());
      System.out.println(analytics.application().outline());
    }
  }
}
