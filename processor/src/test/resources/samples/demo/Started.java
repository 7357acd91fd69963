package demo;
import dev.vitrine.*;
@Experiment(id = "started", event = "app started now", question = "Ist die Größe \"ok\"? | 100 %", owner = "x@y", expires = "2027-01-01", links="https://a.example/b")
record Started() {}
