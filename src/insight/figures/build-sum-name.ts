import type { ToldSum } from '../disclosure/told-sum';

/** The name under which a sum is kept as told: its id, and a hash of who is in it, with which answers. */
export function nameOfSum(sum: ToldSum, hash: (text: string) => string): string {
  return `${sum.id}#${hash(whoIsIn(sum))}`;
}

function whoIsIn({ parts }: ToldSum): string {
  return JSON.stringify(parts.map(({ round, sign, people }) => [round, sign, [...people].sort()]));
}
