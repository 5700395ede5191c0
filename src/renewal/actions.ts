import { declareAction } from '../member/declare-action';
import type { z } from 'zod';
import { chooseRenewal, showRenewal } from './choose-renewal';
import { chooseRenewalPress, showRenewalPress } from './contract';

/** What people can press about going on after the last month. */
export const renewalActions = [
  declareAction(showRenewalPress, ['participant'], showRenewal),
  declareAction(chooseRenewalPress, ['participant'], (press, input) =>
    chooseRenewal(press, { ...input, ...wishesIn(input) }),
  ),
] as const;

function wishesIn({ goOn, otherwise }: z.infer<typeof chooseRenewalPress>) {
  const said = new Set(goOn.split(',').map((word) => word.trim()));
  const wishes = ['again', 'swap'] as const;
  return { goOn: wishes.filter((wish) => said.has(wish)), otherwise: otherwise === '' ? 'enough' : otherwise } as const;
}
