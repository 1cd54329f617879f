import { closeCase, leftOpen } from '../factories/case';
import { dayFromNow, NEW_YORK_OFFICE, scheduleCheckIn } from '../factories/check-in';
import { openApplication } from '../factories/clemency';
import { addConviction } from '../factories/conviction';
import { addBond, detain } from '../factories/custody';
import { addHearing, lookUpHearing } from '../factories/hearing';
import { addOrder } from '../factories/order';
import { addProceeding } from '../factories/proceeding';
import { askForRecords } from '../factories/record-request';
import { addRecord } from '../factories/removal-record';
import { today, type Stage, type Scenes } from './stage';

/** Of the removal file and its deadlines. */
export const REMOVAL: Scenes = {
  'POST /deadlines/{deadlineId}/complete': async (stage) => ({
    path: `/deadlines/${(await stage.deadline('complete')).id}/complete`,
    body: { on: today() },
  }),
  'POST /deadlines/{deadlineId}/reopen': async (stage) => {
    const { id, version } = await stage.deadline('complete');
    const done = { on: today(), note: 'Mailed' };
    await stage.api.ok('POST', `/deadlines/${id}/complete`, done, { ifMatch: version });
    return { path: `/deadlines/${id}/reopen` };
  },
  'POST /deadlines/{deadlineId}/printed-date': async (stage) => ({
    path: `/deadlines/${(await stage.deadline('print')).id}/printed-date`,
    body: { on: dayFromNow(40) },
  }),
  'POST /deadlines/{deadlineId}/proof': async (stage) => ({
    path: `/deadlines/${(await stage.deadline('prove')).id}/proof`,
    body: { filedOn: today(), documentId: undefined },
  }),
  'POST /deadlines/{deadlineId}/send-back': async (stage) => {
    const { id, version } = await stage.deadline('prove');
    const proof = { way: 'electronic', filedOn: today(), receipt: '2026-1' };
    await stage.api.ok('POST', `/deadlines/${id}/proof`, proof, { ifMatch: version });
    return { path: `/deadlines/${id}/send-back` };
  },
  'POST /documents/{documentId}/facts': async ({ api, clientId }) => {
    const [{ sourceKind, sourceId, kind }] = (await api.read(`/clients/${clientId}/timeline`)).items;
    return { body: { sourceKind, sourceId, kind } };
  },
  'PATCH /orders/{orderId}': async (stage) => ({
    path: `/orders/${(await orderOf(stage)).id}`,
    body: {
      ...{ kind: 'removal', appeal: undefined, inAbsentia: false, appealFiledOn: undefined },
      ...{ appealDecidedOn: undefined, appealOutcome: undefined, countryDesignated: 'LA' },
      ...{ voluntaryDepartureUntil: undefined, mailedOn: undefined, decidedAbout: undefined },
    },
  }),
  'POST /orders/{orderId}/status': async (stage) => ({
    path: `/orders/${(await orderOf(stage)).id}/status`,
    body: { status: 'stayed' },
  }),
  'POST /proceedings/{proceedingId}/hearing-look-ups': async () => ({
    body: { result: 'nothing_found', found: undefined },
  }),
  'POST /hearings/{hearingId}/end': async ({ api, clientId }) => {
    const { id } = await addHearing(api, (await addProceeding(api, clientId)).id, { date: dayFromNow(-1) });
    return { path: `/hearings/${id}/end`, body: { status: 'held', adjournment: undefined, next: undefined } };
  },
  'POST /clients/{clientId}/entered-in-error': async ({ api, clientId }) => ({
    body: { kind: 'arrest', recordId: (await addRecord(api, clientId, 'arrests')).id },
  }),
  'POST /planned-messages/{messageId}/cancel': async (stage) => {
    const { id } = await stage.another();
    const proceeding = await addProceeding(stage.api, id);
    await lookUpHearing(stage.api, proceeding.id, { date: dayFromNow(10), time: '09:00' });
    const { messages } = await stage.api.read(`/clients/${id}/hearings`);
    return { path: `/planned-messages/${messages[0].id}/cancel` };
  },
  'POST /supervision-conditions/{conditionId}/end': async ({ api, clientId }) => ({
    path: `/supervision-conditions/${(await addRecord(api, clientId, 'supervision')).id}/end`,
  }),
  'POST /clients/{clientId}/disputed-dates': async (stage) => {
    const { id } = await orderOf(stage);
    return { body: { sourceKind: 'removal_order', sourceId: id, field: 'order_decided' } };
  },
  'POST /clients/{clientId}/filings': async ({ world }, say) => ({
    body: {
      kind: 'motion_cover_page',
      options: { motion: 'stay', filerId: world.home.people.attorney.id, feeBasis: say, papers: [say] },
    },
  }),
  'POST /law/pardon-effect': async (_stage, say) => ({
    body: {
      ...{ proceedingKind: 'removal', circuit: '2', admission: undefined, charges: [] },
      convictions: [{ id: 'one', state: 'NY', statute: say, level: 'felony', offence: say }],
      pardons: [
        {
          ...{ id: 'p1', jurisdiction: 'NY', grantor: 'governor', convictionIds: ['one'], wording: say },
          instrumentKind: 'full_and_unconditional',
        },
      ],
    },
  }),
};

/** Of custody, check-ins, records, clemency and the case itself. */
export const CASE: Scenes = {
  'POST /clients/{clientId}/identifiers': async () => ({ body: { kind: 'other' } }),
  'POST /cases/{caseId}/stage': async (stage) => ({
    path: `/cases/${(await stage.another()).caseId}/stage`,
    body: { stage: 'records', on: today() },
  }),
  'POST /cases/{caseId}/close': async (stage) => {
    const { caseId } = await stage.another();
    const looseEnds = await leftOpen(stage.api, caseId);
    return { path: `/cases/${caseId}/close`, body: { on: today(), looseEnds, aftercare: undefined } };
  },
  'POST /cases/{caseId}/reopen': async (stage) => {
    const { caseId } = await stage.another();
    await closeCase(stage.api, caseId, today());
    return { path: `/cases/${caseId}/reopen`, body: { on: today() } };
  },
  'POST /record-requests/{requestId}/events': async ({ api, clientId }) => ({
    path: `/record-requests/${(await askForRecords(api, clientId)).id}/events`,
    body: { kind: 'acknowledged', on: today(), outcome: undefined },
  }),
  'POST /clients/{clientId}/check-ins': async () => ({
    body: { officeCode: NEW_YORK_OFFICE, date: dayFromNow(45), outcome: undefined },
  }),
  'POST /check-ins/{checkInId}/move': async ({ api, clientId }) => ({
    path: `/check-ins/${(await scheduleCheckIn(api, clientId)).id}/move`,
    body: { date: dayFromNow(60), officeCode: undefined },
  }),
  'POST /check-ins/{checkInId}/outcome': async ({ api, clientId }) => ({
    path: `/check-ins/${(await scheduleCheckIn(api, clientId, { date: today() })).id}/outcome`,
    body: { outcome: 'came_out', next: undefined },
  }),
  'POST /bonds/{bondId}/stay-end': async (stage) => {
    const [episode] = (await detain(stage.api, (await stage.another()).id)).episodes;
    const { bonds } = await addBond(stage.api, episode.id, {
      ...{ requestedOn: today(), setBy: 'immigration_judge', decision: 'granted', decidedOn: today() },
      ...{ amount: 5000, appealBy: 'government', appealedOn: today(), automaticStay: 'yes' },
    });
    return { path: `/bonds/${bonds[0].id}/stay-end`, body: { on: undefined } };
  },
  'POST /clients/{clientId}/pardon-applications': async () => ({ body: { jurisdiction: 'NY' } }),
  'POST /pardon-applications/{applicationId}/stage': async (stage) => ({
    path: `/pardon-applications/${(await pendingOf(stage)).id}/stage`,
    body: { stage: 'hearing', on: today() },
  }),
  'POST /pardon-applications/{applicationId}/grant': async (stage) => ({
    path: `/pardon-applications/${(await pendingOf(stage)).id}/grant`,
    body: { grantor: 'governor', signedOn: today(), effectiveOn: today(), convictionIds: undefined },
  }),
};

const orderOf = async ({ api, clientId }: Stage): Promise<{ id: string }> =>
  addOrder(api, { proceedingId: (await addProceeding(api, clientId)).id });

async function pendingOf({ api, clientId }: Stage): Promise<{ id: string }> {
  const { id } = await addConviction(api, clientId);
  return openApplication(api, clientId, { convictionIds: [id], stage: 'filed', on: dayFromNow(-60) });
}
