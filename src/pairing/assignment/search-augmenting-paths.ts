import { giveUpEdge, useEdge, type SparseGraph, type Side } from './build-sparse-graph';
import { NodeHeap } from './queue-nodes';

/**
 * Shortest augmenting paths over a graph of edges (Dijkstra; Jonker and Volgenant 1987, with capacities as in a
 * minimum-cost flow whose arcs hold one unit), from rows to columns or the other way round.
 *
 * Kept between two searches, w being the worth of an edge: w <= row price + column price for an edge not used, w >= for
 * one that is. A search from a place that is free though its price is above zero fills it or brings its price to zero.
 */
export class PathSearch {
  private stamp = 0;
  private readonly heap = new NodeHeap();
  private readonly stack: Int32Array;
  private readonly closedNear: Int32Array;
  private readonly closedFar: Int32Array;

  constructor(readonly graph: SparseGraph) {
    const most = graph.rows.count + graph.columns.count + 1;
    this.stack = new Int32Array(most);
    this.closedNear = new Int32Array(most);
    this.closedFar = new Int32Array(most);
  }

  /** Fills the places of a node as far as it pays. */
  fill(near: Side, far: Side, node: number): void {
    while ((near.places[node] as number) > 0 && (near.price[node] as number) > 0)
      if (!this.addEdge(near, far, node)) return;
  }

  /** One more edge for `start`, a node of the near side; false where leaving its place empty is as good. */
  private addEdge(near: Side, far: Side, start: number): boolean {
    const { worth, used } = this.graph;
    const { stack, closedNear, closedFar, heap } = this;
    const stamp = ++this.stamp;
    const farCount = far.count;
    const {
      price: nearPrice,
      start: nearStart,
      edges: nearEdges,
      distance: nearDistance,
      seen: nearSeen,
      via: nearVia,
      of: nearOf,
    } = near;
    const {
      price: farPrice,
      places: farPlaces,
      distance: farDistance,
      seen: farSeen,
      via: farVia,
      of: farOf,
      firstUsed,
      nextUsed,
    } = far;
    heap.clear();
    let depth = 0;
    let nearClosed = 0;
    let farClosed = 0;
    let least = 0;
    let best = nearPrice[start] as number;
    let endNear = start;
    let endFar = -1;
    nearSeen[start] = stamp;
    nearDistance[start] = 0;
    stack[depth++] = farCount + start;

    for (;;) {
      let node: number;
      if (best <= least) break;
      if (depth > 0) node = stack[--depth] as number;
      else {
        node = heap.take();
        if (node < 0) break;
        const length = heap.taken;
        if (length >= best) break;
        if (length > ((node < farCount ? farDistance[node] : nearDistance[node - farCount]) as number)) continue;
        least = length;
      }
      if (node < farCount) {
        closedFar[farClosed++] = node;
        const distance = farDistance[node] as number;
        const price = farPrice[node] as number;
        for (let edge = firstUsed[node] as number; edge >= 0; edge = nextUsed[edge] as number) {
          const reached = nearOf[edge] as number;
          const length = distance + (worth[edge] as number) - price - (nearPrice[reached] as number);
          if (length >= best || (nearSeen[reached] === stamp && length >= (nearDistance[reached] as number))) continue;
          nearSeen[reached] = stamp;
          nearDistance[reached] = length;
          nearVia[reached] = edge;
          if (length <= least) stack[depth++] = farCount + reached;
          else heap.put(farCount + reached, length);
        }
        continue;
      }
      node -= farCount;
      closedNear[nearClosed++] = node;
      const base = (nearDistance[node] as number) + (nearPrice[node] as number);
      if (base < best) {
        best = base;
        endNear = node;
        endFar = -1;
      }
      const end = nearStart[node + 1] as number;
      for (let place = nearStart[node] as number; place < end; place++) {
        const edge = nearEdges[place] as number;
        const reached = farOf[edge] as number;
        const length = base + (farPrice[reached] as number) - (worth[edge] as number);
        if (length >= best || (farSeen[reached] === stamp && length >= (farDistance[reached] as number))) continue;
        if (used[edge] === 1) continue;
        farSeen[reached] = stamp;
        farDistance[reached] = length;
        farVia[reached] = edge;
        if ((farPlaces[reached] as number) > 0) {
          best = length;
          endFar = reached;
          if (best <= least) break;
        } else if (length <= least) stack[depth++] = reached;
        else heap.put(reached, length);
      }
    }

    for (let index = 0; index < nearClosed; index++) {
      const node = closedNear[index] as number;
      const saved = best - (nearDistance[node] as number);
      if (saved > 0) nearPrice[node] = (nearPrice[node] as number) - saved;
    }
    for (let index = 0; index < farClosed; index++) {
      const node = closedFar[index] as number;
      const saved = best - (farDistance[node] as number);
      if (saved > 0) farPrice[node] = (farPrice[node] as number) + saved;
    }
    return this.follow(near, far, { start, endNear, endFar });
  }

  /** Walks the way back from its end and swaps the edges along it. */
  private follow(
    near: Side,
    far: Side,
    { start, endNear, endFar }: { readonly start: number; readonly endNear: number; readonly endFar: number },
  ): boolean {
    let node = endFar;
    if (node < 0) {
      if (endNear === start) return false;
      node = this.back(near, far, endNear);
      near.places[endNear] = (near.places[endNear] as number) + 1;
    } else far.places[node] = (far.places[node] as number) - 1;
    near.places[start] = (near.places[start] as number) - 1;
    for (;;) {
      const edge = far.via[node] as number;
      useEdge(this.graph, edge);
      const before = near.of[edge] as number;
      if (before === start) return true;
      node = this.back(near, far, before);
    }
  }

  private back(near: Side, far: Side, node: number): number {
    const edge = near.via[node] as number;
    giveUpEdge(this.graph, edge);
    return far.of[edge] as number;
  }
}
