import { CodedError } from '../../../src/kernel/coded-error';
import { translate } from '../../../src/language/translate';

const code = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof CodedError ? error.code : error;
  }
  return 'nothing thrown';
};

it('chooses the form of address and the way of asking', () => {
  const ask = (address: string, directness: string) =>
    translate('fr', 'messaging.proposal.ask', { address, directness, date: 'mardi' });
  expect(ask('tu', 'direct')).toBe('Acceptes-tu, d’ici au mardi\u202f?');
  expect(ask('vous', 'indirect')).toBe('Si cela vous convient, une réponse d’ici au mardi serait bienvenue.');
});

it('knows the plurals of both languages', () => {
  const counts = { pairs: 1, held: 0, booked: 2 };
  expect(translate('fr', 'messaging.channel.counts', counts)).toBe(
    '1 binôme avance\u202f; aucune séance n’a encore eu lieu et 2 séances sont réservées.',
  );
  expect(translate('en', 'messaging.channel.counts', counts)).toBe(
    '1 pair is under way; no session has taken place yet and 2 are booked.',
  );
});

it('refuses a key that nobody wrote', () => {
  expect(code(() => translate('fr', 'messaging.nowhere'))).toBe('text-missing');
  expect(code(() => translate('fr', 'toString'))).toBe('text-missing');
});

it('refuses to speak without a value', () => {
  expect(code(() => translate('en', 'messaging.slots.title'))).toBe('text-value-missing');
});

it('leaves what people typed alone', () => {
  expect(translate('en', 'messaging.common.write', { partner: "<b>O'Neil {x}</b>" })).toBe(
    "Write to <b>O'Neil {x}</b>",
  );
});
