import { channelText } from '../../../src/channel/text/channel-text';
import { CodedError } from '../../../src/kernel/coded-error';
import { defineTexts } from '../../../src/language/define-texts';
import { memberText } from '../../../src/member/text/member-text';
import { proposalText } from '../../../src/proposal/text/proposal-text';
import { sessionText } from '../../../src/session/text/session-text';

const code = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof CodedError ? error.code : error;
  }
  return 'nothing thrown';
};

it('chooses the form of address and the way of asking', () => {
  const ask = (address: 'tu' | 'vous', directness: string) =>
    proposalText('fr', 'proposal.ask', { address, directness, date: 'mardi' });
  expect(ask('tu', 'direct')).toBe('Acceptes-tu, d’ici au mardi\u202f?');
  expect(ask('vous', 'indirect')).toBe('Si cela vous convient, une réponse d’ici au mardi serait bienvenue.');
});

it('knows the plurals of both languages', () => {
  const counts = { held: 0, booked: 2 };
  expect(channelText('fr', 'channel.active', { active: 1 })).toBe('1 binôme avance.');
  expect(channelText('fr', 'channel.sessions', counts)).toBe('Aucune séance n’a encore eu lieu, 2 sont réservées.');
  expect(channelText('en', 'channel.sessions', counts)).toBe('No session has taken place yet, 2 are booked.');
});

it('refuses a key that nobody wrote, at the latest when it is asked for', () => {
  // @ts-expect-error Nobody wrote it.
  expect(code(() => memberText('fr', 'nowhere'))).toBe('text-missing');
  // @ts-expect-error Every object has it, and it is no text.
  expect(code(() => memberText('fr', 'toString'))).toBe('text-missing');
  const reasons: readonly string[] = ['other', 'unheard-of'];
  expect(reasons.map((reason) => memberText.has(`job.reason.${reason}`))).toEqual([true, false]);
});

it('refuses to speak without a value', () => {
  expect(code(() => sessionText('en', 'slots.title'))).toBe('text-value-missing');
});

it('leaves what people typed alone', () => {
  expect(memberText('en', 'common.write', { partner: "<b>O'Neil {x}</b>" })).toBe("Write to <b>O'Neil {x}</b>");
});

it('is refused by the compiler where a language lacks a text, or an address is not one of its language', () => {
  const greeting = { fr: { 'say.hello': 'Bonjour', 'say.bye': 'Au revoir' }, en: { 'say.hello': 'Hello' } };
  // @ts-expect-error English has no goodbye.
  const texts = defineTexts(greeting);
  expect(code(() => texts('en', 'say.bye'))).toBe('text-missing');
  // @ts-expect-error English knows no vous.
  expect(texts('en', 'say.hello', { address: 'vous' })).toBe('Hello');
  const said = (['hello', 'bye'] as const).map((word) => texts('fr', `say.${word}`));
  expect(said).toEqual(['Bonjour', 'Au revoir']);
});
