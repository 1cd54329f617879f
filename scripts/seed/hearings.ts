import { addHearing, addJudge, lookUpHearing } from '../../test/support/factories/hearing';
import type { Story } from './story';

/** Hearings of a reopened case: one that was held, and one ahead that a look-up moved. */
export async function heard(story: Story, nth: number): Promise<void> {
  const { lead, helper } = story.crew;
  const { proceedings } = await lead.read(`/clients/${story.client.id}/removal`);
  const proceedingId: string = proceedings.at(-1).id;
  const name = ['Maria Stone', 'Tobias Lane', 'Ruth Ellery'][nth % 3];
  const { items } = await lead.read<{ items: { id: string; name: string }[] }>('/judges');
  const judge =
    items.find((known) => known.name === name) ??
    (await addJudge(lead, {
      name,
      courtCode: proceedings.at(-1).courtCode,
      note: 'Reads briefs that keep to ten pages.',
    }));
  const held = await addHearing(helper, proceedingId, {
    ...{
      kind: 'master',
      date: story.days.weekday(-9),
      time: '08:30',
      judgeId: judge.id,
      placeKind: 'internet',
    },
  });
  const result = { status: 'held', result: 'Pleadings taken; an individual hearing was set.' };
  await helper.ok('POST', `/hearings/${held.id}/end`, result, { ifMatch: held.version });
  await addHearing(helper, proceedingId, {
    ...{ date: story.days.weekday(70 + nth * 9), time: '13:00', judgeId: judge.id, placeKind: 'in_person' },
  });
  if (nth % 2 === 0) {
    const found = { date: story.days.weekday(58 + nth * 9), time: '09:00' };
    await lookUpHearing(helper, proceedingId, found, {
      note: 'Said twice by the line; no notice has come yet.',
    });
  }
}
