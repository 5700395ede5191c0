import {
  catalogueTopics,
  familyName,
  isOwnTopic,
  resolveTopic,
  topicFamily,
  topicName,
} from '../../../src/participant/topics';

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
    expect(familyName('own:x', 'en')).toBe('Subject of their own');
  });
});
