package dev.vitrine.internal.consent;

/** Leave to use the network: whoever opens a connection takes one as a parameter. */
public sealed interface NetworkPermit permits BatchPermit, DeletionPermit, SideRequestPermit {}
