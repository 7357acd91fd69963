/** The transports against a provider that misbehaves, and the reader of event streams against every way to cut them. */
package dev.vitrine.example.agent.model;
