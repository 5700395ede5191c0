/** A binary heap of nodes by distance; a node that came nearer is put in again and its older entry skipped by the taker. */
export class NodeHeap {
  /** The distance of the node taken last. */
  taken = 0;
  private nodes = new Int32Array(1024);
  private keys = new Float64Array(1024);
  private size = 0;

  clear(): void {
    this.size = 0;
  }

  put(node: number, key: number): void {
    if (this.size === this.nodes.length) this.grow();
    const { nodes, keys } = this;
    let place = this.size++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((keys[above] as number) <= key) break;
      keys[place] = keys[above] as number;
      nodes[place] = nodes[above] as number;
      place = above;
    }
    keys[place] = key;
    nodes[place] = node;
  }

  /** The nearest node, or -1 where there is none. */
  take(): number {
    if (this.size === 0) return -1;
    const { nodes, keys } = this;
    const first = nodes[0] as number;
    this.taken = keys[0] as number;
    const size = --this.size;
    const node = nodes[size] as number;
    const key = keys[size] as number;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= size) break;
      if (below + 1 < size && (keys[below + 1] as number) < (keys[below] as number)) below++;
      if ((keys[below] as number) >= key) break;
      keys[place] = keys[below] as number;
      nodes[place] = nodes[below] as number;
      place = below;
    }
    keys[place] = key;
    nodes[place] = node;
    return first;
  }

  private grow(): void {
    const nodes = new Int32Array(this.size * 2);
    const keys = new Float64Array(this.size * 2);
    nodes.set(this.nodes);
    keys.set(this.keys);
    this.nodes = nodes;
    this.keys = keys;
  }
}
