import type { Instant } from '../kernel/clock';
import type { Contact, Programme } from '../domain/programme';
import type { OfProgramme, Reader } from '../domain/view';
import type { ToDo } from './programme-api-contract';

export interface WeeklyList {
  readonly items: readonly ToDo[];
  /** When it was counted: each week's card tells its day. */
  readonly asOf: Instant;
}

/** For an administrator who wants it: what there is to do in the programme. Counts alone, as on the overview. */
export interface WeeklyToDoView extends OfProgramme, WeeklyList {
  readonly card: 'weekly-to-do';
  /** off: it does not come any more. */
  readonly state: 'on' | 'off';
}

declare module '../domain/view' {
  interface ViewByCard {
    'weekly-to-do': WeeklyToDoView;
  }
}

/** The list as it is, or that it comes no more. */
export function weeklyToDoView(
  { id, plan }: Programme,
  { weeklyToDoSince }: Pick<Contact, 'weeklyToDoSince'>,
  list: WeeklyList,
  reader: Reader,
): WeeklyToDoView {
  const isOn = weeklyToDoSince !== undefined;
  return {
    card: 'weekly-to-do',
    programmeId: id,
    programmeName: plan.name[reader.language],
    state: isOn ? 'on' : 'off',
    items: isOn ? list.items : [],
    asOf: list.asOf,
  };
}
