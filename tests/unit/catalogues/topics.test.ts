import catalogue from '../../../src/catalogues/topic-catalogue.json';
import {
  catalogueTopics,
  familyName,
  isOwnTopic,
  resolveTopic,
  topicFamily,
  topicName,
} from '../../../src/catalogues/topics';

describe('topics', () => {
  it('has at least sixty topics, each with a name in both languages that leads back to it', () => {
    const ids = catalogueTopics();
    expect(ids.length).toBeGreaterThanOrEqual(60);
    for (const id of ids) {
      expect(resolveTopic(topicName(id, 'fr'))).toBe(id);
      expect(resolveTopic(topicName(id, 'en'))).toBe(id);
      expect(resolveTopic(id)).toBe(id);
    }
  });

  it.each([
    'IA générative',
    'ChatGPT',
    'generative AI',
    'ia generative',
    'GENERATIVE  AI',
    'l’IA générative',
    'Chat-GPT',
    'IA génértive',
  ])('lets “%s” meet the topic generative AI', (words) => {
    expect(resolveTopic(words)).toBe('generative-ai');
  });

  it('gives every synonym to the topic that lists it', () => {
    for (const { id, synonyms } of catalogue.topics)
      for (const words of synonyms) expect([words, resolveTopic(words)]).toEqual([words, id]);
  });

  it.each([
    ['utiliser l’IA au travail', 'ai-literacy'],
    ['using AI at work', 'ai-literacy'],
    ['AI tools', 'ai-assistants'],
    ['Gen AI tools', 'generative-ai'],
    ['IA & éthique', 'ai-ethics'],
    ['mon profil Linkedin', 'linkedin'],
    ['linkedin profil', 'linkedin'],
    ['MS Teams', 'collaboration-tools'],
    ['tableaux croisés dynamiques', 'spreadsheets'],
    ['comprendre les jeunes', 'generations'],
    ['what young people want', 'generations'],
    ['gestion du stress', 'wellbeing-at-work'],
    ['company culture', 'organisation-insight'],
    ['soft skills', 'emotional-intelligence'],
    ['syndrome de l’imposteur', 'self-confidence'],
    ['énergies renouvelables', 'energy'],
    ['vente', 'sales'],
    ['juridique', 'law'],
    ['quantum computing', 'deep-tech'],
  ])('finds “%s”, as people type it, in %s', (words, topic) => {
    expect(resolveTopic(words)).toBe(topic);
  });

  it.each(['au quotidien', 'tools', 'culture générale', 'retraite', 'jardinage', 'et', '&', '🎸'])(
    'makes nothing else of “%s”',
    (words) => {
      expect(isOwnTopic(resolveTopic(words))).toBe(true);
    },
  );

  it('keeps unknown words as an own topic with its accents', () => {
    const id = resolveTopic('  Jardins partagés ! ');
    expect(id).toBe('own:jardins-partagés');
    expect(topicName(id, 'fr')).toBe('Jardins partagés');
    expect(isOwnTopic(id)).toBe(true);
    expect(topicFamily(id)).toBe('own');
    expect(resolveTopic(id)).toBe(id);
  });

  it('does not bend short or unrelated words into a topic', () => {
    expect(resolveTopic('UV')).toBe('own:uv');
    expect(resolveTopic('apiculture')).toBe('own:apiculture');
  });

  it('names the family of a topic in the language asked for', () => {
    expect(familyName('generative-ai', 'fr')).toBe('Intelligence artificielle');
    expect(familyName('own:x', 'en')).toBe('Topic of their own');
  });
});
