import { homeView } from '../../../src/own-page/home-view';
import { participantReader, strangerReader } from '../../../src/member/reader';
import { rememberPerson, type SeenPerson } from '../../../src/enrolment/remember-person';
import { setLanguage } from '../../../src/own-page/set-language';
import { aParticipant } from '../../helpers/factories/participant';
import { aProgramme } from '../../helpers/factories/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { actorOf, directoryIdOf } from '../../helpers/stage';

const context = { now: '2027-01-11T09:00:00.000Z', correlationId: 'c' };
const directoryId = directoryIdOf('N1');
const seen = (language?: 'fr' | 'en'): SeenPerson => ({
  directoryId,
  name: 'N1',
  reference: {
    conversationId: 'a:1',
    serviceUrl: 'https://teams.example/',
    teamsUserId: '29:n1',
    updatedAt: context.now,
    via: 'personal',
  },
  ...(language === undefined ? {} : { language }),
});

test('a newcomer reads the language of their Teams, and English where it does not say', async () => {
  const ports = memoryPorts();
  expect((await strangerReader(ports, directoryId)).language).toBe('en');
  await rememberPerson(ports, seen(), context);
  expect((await strangerReader(ports, directoryId)).language).toBe('en');
  await rememberPerson(ports, seen('fr'), context);
  expect((await homeView(ports, actorOf('N1'), 'asked', context)).reader.language).toBe('fr');
});

test('the first language seen stays: a Teams in English on another machine changes nothing', async () => {
  const ports = memoryPorts();
  await rememberPerson(ports, seen('fr'), context);
  await rememberPerson(ports, seen('en'), context);
  expect((await strangerReader(ports, directoryId)).language).toBe('fr');
});

test('what the person chose wins, whatever Teams says before or after', async () => {
  const ports = memoryPorts();
  await rememberPerson(ports, seen('fr'), context);
  await setLanguage(ports, actorOf('N1'), 'en', context);
  await rememberPerson(ports, seen('fr'), context);
  expect((await strangerReader(ports, directoryId)).language).toBe('en');
});

test('a participant’s own profile wins over the language of their Teams', async () => {
  const ports = memoryPorts();
  await rememberPerson(ports, seen('fr'), context);
  const participant = aParticipant({ id: 'N1', directoryId, profile: { languages: ['en'] } });
  expect((await participantReader(ports, aProgramme(), participant)).language).toBe('en');
});
