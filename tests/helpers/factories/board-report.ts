import type { BoardReport } from '../../../src/hr-page/read-board-report';
import { listFigures } from '../../../src/insight/list-figures';
import { closedResults } from './results';

const closing = listFigures(closedResults()).filter(({ instrument }) => instrument === 'closing');

/** The report of a programme that has closed, with so many of its changes. */
export function aReport(overrides: Partial<BoardReport['programme']> = {}, changes = 4): BoardReport {
  return {
    programme: {
      id: 'regards',
      name: { fr: 'Regards croisés : Île-de-France, Łódź, Győr', en: 'Shared views: Île-de-France, Łódź, Győr' },
      state: 'closed',
      phase: 'closed',
      startsOn: '2027-01-01',
      months: 6,
      objectives: [
        {
          kind: 'digital-skills',
          wording: { fr: 'Faire entrer l’IA dans les métiers', en: 'Bring AI into everyday work' },
          measure: { fr: 'Usage mensuel des outils', en: 'Monthly use of the tools' },
          unit: '%',
          baseline: 30,
          target: 60,
        },
        {
          kind: 'own',
          wording: { fr: 'Être entendu, où que l’on soit', en: 'Being heard, wherever one is' },
          unit: '%',
        },
      ],
      figures: [
        { figure: 'enrolled', hidden: false, value: 48 },
        { figure: 'pairs-active', hidden: true },
        { figure: 'pairs-finished', hidden: false, value: 22 },
        { figure: 'sessions-booked', hidden: false, value: 132 },
        { figure: 'sessions-held', hidden: false, value: 1128 },
      ],
      rounds: [],
      ...overrides,
    },
    timeZone: 'Europe/Paris',
    fewest: 5,
    changes: closing.filter(({ kind }) => kind === 'change').slice(0, changes),
    again: closing.filter(({ kind }) => kind === 'promoters'),
    moves: [],
  };
}
