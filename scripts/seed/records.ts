import { addRecord } from '../../test/support/factories/removal-record';
import type { Story } from './story';

/** What an old file holds beside the order: relief that was denied, an appeal, conditions, a consulate that refused. */
export async function recorded(story: Story, orderId: string): Promise<void> {
  const { client, crew, days, country } = story;
  const add = (kind: Parameters<typeof addRecord>[2], wishes: object = {}): Promise<unknown> =>
    addRecord(crew.helper, client.id, kind, wishes);
  await add('relief-applications', { status: 'denied', statusOn: '2000', note: 'Denied with the order.' });
  await add('appeals', { orderId, filedOn: '2003', result: 'dismissed', decidedOn: '2004-02' });
  await add('country-concerns', { country });
  await add('travel-documents', {
    ...{ country, consulate: 'Embassy in Washington', result: 'refused', answeredOn: '2019-11' },
  });
  await add('supervision', {
    kind: 'order_of_supervision',
    fromOn: '2005-03',
    terms: 'Reports once a year.',
  });
  await add('supervision', { kind: 'phone_app', imposedBy: 'contractor', fromOn: '2024-06' });
  await add('arrests');
  await add('admissions');
  await add('inquiries', { askedOn: days.on(-40) });
}
