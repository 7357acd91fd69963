/**
 * Talking to model providers: over plain HTTP, server-sent events and WebSocket, with the four experiments that ask how
 * well that goes.
 *
 * <p>Begin with {@link dev.vitrine.example.agent.model.ModelEndpoint}, which makes the three
 * {@link dev.vitrine.example.agent.model.Transport}s. A transport that fails says how, in the words of the experiments
 * ({@link dev.vitrine.example.agent.model.NetworkError}, {@link dev.vitrine.example.agent.model.SseStreamFailure},
 * {@link dev.vitrine.example.agent.model.WebSocketDowngrade}); who asks decides what becomes of it, and records it.
 * Names come from {@link dev.vitrine.example.agent.model.ModelDatabase}, so that those a user made up are {@code other}.
 */
@NullMarked
package dev.vitrine.example.agent.model;

import org.jspecify.annotations.NullMarked;
