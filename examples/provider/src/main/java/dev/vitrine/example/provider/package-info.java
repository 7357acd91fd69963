/**
 * A small model provider for the agent to talk to: plain HTTP, server-sent events and WebSocket on a loopback port, and
 * every way to fail of which the agent's experiments ask.
 *
 * <p>Begin with {@link dev.vitrine.example.provider.LocalProvider}, and with {@link dev.vitrine.example.provider.Behaviour}
 * for what it can be told to do. {@link dev.vitrine.example.provider.LocalProviderCommand} is the program. Beneath HTTP
 * nothing but sockets is used: a library would not let an answer be broken at a chosen byte.
 */
@NullMarked
package dev.vitrine.example.provider;

import org.jspecify.annotations.NullMarked;
