import { isTold } from '../../privacy/small-groups';
import { describeSample } from './describe-sample';
import { measureChange, type AnswerPair, type Change } from './measure-change';
import { studentQuantile, tail } from './student-distribution';
import { hiddenFigure, type Figure } from './told-figure';

/** A person's two answers, and with whom they change together: mentors of one mentee are a cluster, everybody else is one of their own. */
export interface ClusteredPair extends AnswerPair {
  readonly cluster: string;
}

/**
 * The mean change where some people share a partner. Two mentors of one mentee lived the same hours in part; counted as strangers, their interval
 * is too narrow. The mean stays that of all people; its error is taken between clusters, √(G/(G − 1) · Σ (sum of a cluster's deviations)²) / n with t of
 * G − 1 degrees of freedom for G clusters (Cameron and Miller, A Practitioner's Guide to Cluster-Robust Inference, Journal of Human Resources
 * 50, 2015, II and VI). With clusters of one it is `measureChange`. Hidden under five clusters.
 */
export function measureClusteredChange(pairs: readonly ClusteredPair[], missing: number): Figure<Change> {
  const figure = measureChange(pairs, missing);
  if (figure.hidden) return figure;
  const { clusters, error } = clusteredError(pairs);
  if (!isTold(clusters)) return hiddenFigure;
  const half = studentQuantile(1 - tail, clusters - 1) * error;
  return { ...figure, low: figure.change - half, high: figure.change + half };
}

/** The standard error of the mean change between clusters, and how many there are; 0 where all changed alike, NaN of nobody. */
export function clusteredError(pairs: readonly ClusteredPair[]): { readonly clusters: number; readonly error: number } {
  const sums = new Map<string, number>();
  const { n, mean, deviation } = describeSample(pairs.map(({ before, after }) => after - before));
  for (const { before, after, cluster } of pairs) sums.set(cluster, (sums.get(cluster) ?? 0) + (after - before - mean));
  if (n > 0 && deviation === 0) return { clusters: sums.size, error: 0 };
  const squares = [...sums.values()].reduce((total, sum) => total + sum * sum, 0);
  return { clusters: sums.size, error: Math.sqrt((sums.size / (sums.size - 1)) * squares) / n };
}
