package it;

import org.mapstruct.Mapper;

@Mapper
public interface Documents {
    Saved saved(Document document);
}
