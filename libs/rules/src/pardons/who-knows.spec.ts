import { whoKnows } from './who-knows';

it.each([
  ['Was the victim a spouse, partner, family member or child, or is it stalking?', 'client'],
  ['Was the conviction before or after the admission this charge is about?', 'client'],
  ['On which day was the plea? Former INA 212(c) turns on 24 April 1996 and 1 April 1997.', 'record'],
  ['Which convictions does the instrument name?', 'record'],
  ['Which paragraph does the charging document cite?', 'record'],
])('%s is put to the %s', (question, who) => {
  expect(whoKnows(question)).toBe(who);
});
