module it.editor {
    requires dev.vitrine.runtime;
    requires static lombok;
    requires org.mapstruct;
}
