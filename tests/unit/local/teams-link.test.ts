import { readTeamsLink } from '../../../bot/local/teams-page/open-link';

test('a chat link names who it opens a chat with', () => {
  expect(readTeamsLink('https://teams.microsoft.com/l/chat/0/0?users=henri@exemple.fr')).toEqual({
    kind: 'chat',
    who: 'henri@exemple.fr',
  });
});

test('a link to the tab carries the page it asks for', () => {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: '/pairs/1' }));
  expect(readTeamsLink(`https://teams.cloud.microsoft/l/entity/app/home?context=${context}`)).toEqual({
    kind: 'tab',
    subPage: '/pairs/1',
  });
  expect(readTeamsLink('https://teams.microsoft.com/l/entity/app/home?context=broken')).toEqual({ kind: 'tab' });
});

test.each([
  'https://example.com/l/chat/0/0?users=x',
  'not a link',
  'https://teams.microsoft.com.evil.example/l/chat/0/0',
])('%s is no link into Teams', (url) => {
  expect(readTeamsLink(url)).toBeUndefined();
});
