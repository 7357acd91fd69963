package it;

import lombok.Value;

@Value
public class Document {
    String name;
    int kilobytes;
}
