import * as z from 'zod/mini';
import type { CardView } from '../domain/view';

/** POST /actions: what the person sees after the step; `card: notice` where it was refused. */
export const actionAnswerSchema = z.strictObject({ view: z.looseObject({ card: z.string() }), changed: z.boolean() });
export interface ActionAnswer {
  readonly view: CardView;
  readonly changed: boolean;
}
