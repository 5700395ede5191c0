import type { CardView, Notice } from '../../../src/domain/view';
import type { HomeProgramme } from '../../../src/own-page/home-programme-view';
import { everyView } from '../../helpers/card-views';

type StateOf<V extends CardView> = V extends { readonly card: 'home' }
  ? HomeProgramme['state'] | 'empty'
  : V extends { readonly notice: Notice }
    ? Notice
    : V extends { readonly state: infer State extends string }
      ? State
      : 'shown';

/** The compiler asks for each card and each of its states here; the test then asks `everyView` for them. */
const states: { readonly [C in CardView['card']]: Readonly<Record<StateOf<Extract<CardView, { card: C }>>, true>> } = {
  pledge: { open: true, given: true },
  'administrator-welcome': { shown: true },
  'administrator-farewell': { shown: true },
  'weekly-to-do': { on: true, off: true },
  'sponsor-report': { month: true, results: true },
  'link-question': { open: true, linked: true, 'said-yes': true, 'not-me': true, over: true },
  invitation: { open: true, in: true, 'not-now': true, closed: true },
  proposal: { open: true, waiting: true, 'not-formed': true, formed: true, 'declined-by-me': true },
  introduction: { shown: true },
  pair: { active: true, leaving: true, over: true },
  pause: { open: true, paused: true, over: true },
  diversity: { shown: true },
  departure: { open: true, gone: true },
  'hour-off': { shown: true },
  leave: { open: true, asked: true, stayed: true, over: true },
  'pair-ended': { shown: true },
  renewal: { open: true, chosen: true, closed: true },
  'needs-poll': { open: true, sent: true, ending: true, closed: true },
  renewals: { shown: true },
  slots: { open: true, answered: true, stale: true },
  booked: { shown: true },
  agenda: { ahead: true, changed: true },
  'session-off': { off: true, 'on-hold': true },
  met: { open: true, 'answered-no': true, closed: true },
  survey: { open: true, answered: true, skipped: true, closed: true },
  'channel-reminder': { shown: true },
  standing: { waiting: true, 'not-this-time': true },
  replacements: { shown: true },
  home: {
    empty: true,
    invited: true,
    waiting: true,
    'proposal-open': true,
    paired: true,
    paused: true,
    'renewal-open': true,
    'renewal-over': true,
    enough: true,
    'not-now': true,
    gone: true,
    out: true,
    none: true,
  },
  notice: {
    'not-in-programme': true,
    'not-allowed': true,
    'not-found': true,
    'out-of-date': true,
    'not-saved': true,
    working: true,
    'invalid-input': true,
    'date-unread': true,
    'programme-closed': true,
    'no-identity': true,
    'capacity-reached': true,
    'too-long': true,
    shortened: true,
  },
};

function statesOf(view: CardView): readonly string[] {
  if (view.card === 'home') return view.programmes.length === 0 ? ['empty'] : view.programmes.map(({ state }) => state);
  if (view.card === 'notice') return [view.notice];
  return ['state' in view ? view.state : 'shown'];
}

describe('everyView', () => {
  it.each(Object.entries(states))('has the %s card in all its states', (card, wanted) => {
    const found = everyView().filter((view) => view.card === card);
    expect([...new Set(found.flatMap(statesOf))].sort()).toEqual(Object.keys(wanted).sort());
  });
});
