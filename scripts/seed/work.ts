import type { Api } from '../../test/support/client';
import { deadlinesOf } from '../../test/support/factories/deadline';
import { addTask } from '../../test/support/factories/task';
import type { Days } from './days';

const TEMPLATES = [
  {
    name: 'New clemency case',
    caseType: 'clemency_and_reopening',
    steps: [
      {
        title: 'Order the A-file',
        dueAfterDays: 3,
        priority: 'high',
        items: ['Form signed', 'Sent', 'Receipt filed'],
      },
      { title: 'Order certified dispositions of every conviction', dueAfterDays: 7 },
      { title: 'Ask for letters of support', dueAfterDays: 30, items: ['Employer', 'Family', 'Community'] },
    ],
  },
  {
    name: 'Before a check-in',
    caseType: null,
    steps: [
      { title: 'Go through the safety plan with the family', dueAfterDays: 2, priority: 'high' },
      { title: 'Find a companion', dueAfterDays: 4 },
    ],
  },
];

/** What an office writes once. */
export async function prepareWork(director: Api): Promise<void> {
  for (const template of TEMPLATES) await director.created('/task-templates', template);
  await director.created('/funding-codes', { code: 'STATE-26', name: 'State grant for removal defence' });
  await director.created('/funding-codes', { code: 'OFFICE', name: 'The office itself' });
}

/** A filing whose proof waits for the second person. */
export async function fileAndWait(api: Api, clientId: string, days: Days): Promise<void> {
  const open = (await deadlinesOf(api, clientId)).find(({ can }) => can.prove);
  if (!open) return;
  const proof = { way: 'electronic', filedOn: days.on(-1), receipt: 'Receipt 2026-004417' };
  await api.ok('POST', `/deadlines/${open.id}/proof`, proof, { ifMatch: open.version });
}

export interface Workers {
  lead: Api;
  helper: Api;
  leadId: string;
  helperId: string;
}

/** Tasks of one client: one late, one ahead with a list that is half done, one that comes back, one dropped. */
export async function workOn(caseId: string, who: Workers, days: Days, n: number): Promise<void> {
  const plea = await addTask(who.lead, caseId, {
    title: 'Order the minutes of the plea hearing',
    dueOn: days.on(4 + (n % 9)),
    priority: 'high',
    assigneeId: who.helperId,
    items: ['Call the clerk', 'Pay the fee', 'Scan and file'],
  });
  await who.helper.ok('PUT', `/tasks/${plea.id}/items/${plea.items[0].id}/tick`);
  await addTask(who.helper, caseId, {
    title: 'Read the draft declaration with the client',
    dueOn: days.on(n % 3 === 0 ? -2 : 0),
    assigneeId: who.leadId,
  });
  await addTask(who.lead, caseId, {
    title: 'Call the family',
    dueOn: days.on(6),
    repeats: 'every_two_weeks',
  });
  const { items: funding } = await who.lead.read('/funding-codes');
  await who.lead.created(`/cases/${caseId}/time`, {
    ...{ on: days.on(-(n % 12)), minutes: 30 + 15 * (n % 5), activity: 'drafting' },
    fundingId: funding[n % funding.length].id,
  });
  await who.helper.created(`/cases/${caseId}/reviews`, {
    subject: 'draft_document',
    question: 'Is the cover page of the motion right? The hearing date is new.',
  });
  const dropped = await addTask(who.helper, caseId, { title: 'Ask the old lawyer for the file' });
  await who.helper.ok(
    'POST',
    `/tasks/${dropped.id}/drop`,
    { reason: 'The file came with the court record.' },
    { ifMatch: dropped.version },
  );
}
