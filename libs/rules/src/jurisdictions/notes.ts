import { foundation, type Basis, type ExpediteRoute } from '../packs/jurisdictions';
import { inWords } from '../calendar/day';
import type { Setting } from './item';
import type { ClemencyNote } from './types';

const note = (
  setting: Setting,
  topic: ClemencyNote['topic'],
  text: string,
  basis: Basis,
  urgent = false,
): ClemencyNote => ({ topic, text, urgent, ...foundation(setting.record.code, basis) });

const STANDING: Record<ExpediteRoute['standing'], string> = {
  statute: 'By statute',
  executive_order: 'By executive order',
  body_rule: 'By rule of the body',
  practice: 'By practice only',
  none_found: 'No route was found',
  not_checked: 'Not checked',
};

function expediteNote(setting: Setting): ClemencyNote {
  const { expedite, wait } = setting.practice;
  const { today } = setting.facts;
  const later = expedite.inForceFrom !== null && expedite.inForceFrom > today;
  const parts = [
    expedite.authority
      ? `${STANDING[expedite.standing]}: ${expedite.authority}.`
      : `${STANDING[expedite.standing]}.`,
    expedite.inForceFrom ? `In force from ${inWords(expedite.inForceFrom)}.` : '',
    later ? 'Not yet in force.' : '',
    ...expedite.limits,
    expedite.immigration === 'named' ? 'Immigration is a named reason.' : '',
    wait.waiver ? `Waiver of the wait: ${wait.waiver}` : '',
  ];
  return note(setting, 'expedite', parts.filter(Boolean).join(' '), expedite.basis);
}

function recordsNote(setting: Setting): ClemencyNote {
  const { records } = setting.practice;
  const granted = Boolean(setting.facts.grantDates?.signedOn ?? setting.facts.grantDates?.votedOn);
  const text =
    granted && records.certifyFirst
      ? `A grant is recorded. ${records.note} Ask at once what can still be certified.`
      : records.note;
  return note(setting, 'records', text, records.basis, records.certifyFirst);
}

/** What has no date: second bodies, records, service, expedite, boards that end with an order, conditions. */
export function notes(setting: Setting): ClemencyNote[] {
  const { second, tenure, service, wait, particulars } = setting.practice;
  const changing = setting.record.executiveChange !== null;
  return [
    ...(second
      ? [
          note(
            setting,
            'second_body',
            `${second.body}: ${second.effect}`,
            second.basis,
            second.rule !== 'for_some_cases',
          ),
        ]
      : []),
    recordsNote(setting),
    ...(tenure ? [note(setting, 'tenure', tenure.note, tenure.basis, changing)] : []),
    ...service.map((duty) =>
      note(
        setting,
        'service',
        `${duty.by === 'applicant' ? 'Applicant' : 'Authority'}: ${duty.on}. ${duty.how}.${duty.consequence ? ` ${duty.consequence}` : ''}`,
        duty.basis,
        duty.by === 'applicant' && duty.consequence !== null,
      ),
    ),
    expediteNote(setting),
    ...wait.conditions.map((text) => note(setting, 'eligibility', text, wait.basis)),
    ...particulars.map(({ text, basis }) => note(setting, 'particular', text, basis)),
  ];
}
