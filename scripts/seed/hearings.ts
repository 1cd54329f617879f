import { addHearing, lookUpHearing } from '../../test/support/factories/hearing';
import { withdrawEntry } from '../../test/support/factories/removal-record';
import type { Story } from './story';

/** Hearings of a reopened case: one that was held, and one ahead that a look-up moved. */
export async function heard(story: Story, nth: number): Promise<void> {
  const { lead, helper } = story.crew;
  const { proceedings } = await lead.read(`/clients/${story.client.id}/removal`);
  const proceedingId: string = proceedings.at(-1).id;
  const name = ['Maria Stone', 'Tobias Lane', 'Ruth Ellery'][nth % 3];
  const judge = await judgeNamed(story, name, proceedings.at(-1).court?.code);
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
    await tellClient(story, nth);
    const wrong = await lookUpHearing(helper, proceedingId, null, { result: 'not_reached' });
    const reason = 'Asked with the A-number of another client.';
    await withdrawEntry(helper, story.client.id, 'hearing_look_up', wrong.id, reason);
  }
}

/** What the client has to hear of it: told at the second try, or still to be told. */
async function tellClient({ crew, client, days }: Story, nth: number): Promise<void> {
  const { messages } = await crew.lead.read(`/clients/${client.id}/hearings`);
  const say = async (version: number, step: object): Promise<{ version: number }> =>
    crew.helper.ok('POST', `/planned-messages/${messages[0].id}/tell`, step, { ifMatch: version });
  const on = days.weekday(-1);
  const tried = { reached: false, channel: 'phone', on, note: 'Rang out; no message was left.' };
  const { version } = await say(messages[0].version, tried);
  if (nth % 4 === 0) await say(version, { reached: true, channel: 'in_person', note: 'At the office.' });
}

/** The judge of this name, entered by whichever case came first. */
async function judgeNamed(
  { crew: { lead } }: Story,
  name: string,
  courtCode?: string,
): Promise<{ id: string }> {
  const wanted = { name, courtCode, note: 'Reads briefs that keep to ten pages.' };
  const added = await lead.post('/judges', wanted);
  if (added.status === 201) return added.body;
  const { items } = await lead.read<{ items: { id: string; name: string }[] }>('/judges');
  const known = items.find((one) => one.name === name);
  if (!known) throw new Error(`The demo data has no judge ${name}: ${added.status}`);
  return known;
}
