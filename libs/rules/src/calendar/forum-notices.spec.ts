import { noticesFor, type ForumNotice } from './forum-notices';

const source = 'https://www.justice.gov/eoir/operational-status';
const notices: ForumNotice[] = [
  { forum: 'BAL', on: '2026-02-03', name: 'Snow', source },
  { forum: 'eoir', on: '2026-10-01', through: '2026-10-03', name: 'Lapse of funds', source },
  { forum: 'board', on: '2026-10-02', name: 'Filing system outage', source },
  { forum: 'circuit:9', on: '2026-10-05', name: 'Power', source },
];
const days = (forum: string) => noticesFor(forum, notices).map((day) => day.on.slice(5));

describe('notices of a forum', () => {
  it('closes the forum it names, and the Board and every court when it is of the whole agency', () => {
    expect(days('BAL')).toEqual(['02-03', '10-01', '10-02', '10-03']);
    expect(days('NYC')).toEqual(['10-01', '10-02', '10-03']);
    expect(days('board')).toEqual(['10-01', '10-02', '10-03']);
    expect(days('circuit:9')).toEqual(['10-05']);
    expect(days('circuit:1')).toEqual([]);
    expect(days('uscis')).toEqual([]);
    expect(days('ice')).toEqual([]);
  });

  it('keeps the link', () => {
    expect(noticesFor('circuit:9', notices)).toEqual([{ on: '2026-10-05', name: 'Power', source }]);
  });

  it.each<[string, unknown, string]>([
    ['no list', 'x', 'forumNotices'],
    ['too long a list', Array(2_000).fill(notices[0]), 'forumNotices'],
    ['null in it', [null], 'forumNotices.0'],
    ['no forum', [{ ...notices[0], forum: ' ' }], 'forumNotices.0.forum'],
    ['no name', [notices[0], { ...notices[0], name: 5 }], 'forumNotices.1.name'],
    ['no link', [{ ...notices[0], source: undefined }], 'forumNotices.0.source'],
    ['30 February', [{ ...notices[0], on: '2026-02-30' }], 'forumNotices.0.on'],
    ['an end before the beginning', [{ ...notices[1], through: '2026-09-30' }], 'forumNotices.0.through'],
    ['eight thousand years', [{ ...notices[1], through: '9999-12-31' }], 'forumNotices.0.through'],
  ])('refuses %s', (_what, list, path) => {
    expect(() => noticesFor('board', list as ForumNotice[])).toThrow(expect.objectContaining({ path }));
  });
});
