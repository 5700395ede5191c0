import { wishIn } from '../../../bot/teams/handlers/typed-message';

const hello = { want: 'home', because: 'hello' };
const unclear = { want: 'home', because: 'unclear' };

test.each([
  ['<at>Passerelle</at>&nbsp;aide', hello],
  ['<at>Passerelle</at>&nbsp;', hello],
  ['<at>Passerelle</at>&#160;help?', hello],
  ['<at>Passerelle</at>&#xA0;Bonjour&nbsp;!', hello],
  ['help?', hello],
  ['aide ?', hello],
  ['?', hello],
  ['<at>Passerelle</at> ?', hello],
  ['<at>Passerelle</at>&nbsp;français', { want: 'language', language: 'fr' }],
  ['fran&#231;ais', { want: 'language', language: 'fr' }],
  ['English?', { want: 'language', language: 'en' }],
  ['why?', unclear],
  ['&amp;', unclear],
  ['&#9999999;x', unclear],
])('Teams sends %j', (text, wish) => {
  expect(wishIn(text)).toEqual(wish);
});
