/**
 * What may be shown: the one place between the store and every view of it.
 *
 * <p>What is stored waits in rounds, and a round is released as a {@linkplain dev.vitrine.collector.query.Portion portion},
 * once and for ever. A portion is a tree: all events of an experiment and a week, in it the versions, in those the systems and
 * the processors; and every node has its events by each part of the payload. Behind each number stand at least k reporters,
 * and what is left out is left out in such a way that the sums above it do not tell it. Whatever is shown is a sum over
 * portions: so no view shows fewer than k, no two views differ by fewer than k, and what arrives moves no figure before k
 * reporters are there to move it.
 *
 * <p>Begin with {@link dev.vitrine.collector.query.Publisher}, which makes the figures, and {@link
 * dev.vitrine.collector.query.Answers}, which adds them up. Renderers get an {@link dev.vitrine.collector.query.Answer},
 * whose every number is a {@link dev.vitrine.collector.query.Figure}; nobody outside this package can make one.
 */
@NullMarked
package dev.vitrine.collector.query;

import org.jspecify.annotations.NullMarked;
