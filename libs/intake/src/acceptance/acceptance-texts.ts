import type { StoredDetails } from '../referral-store';
import type { AcceptanceLanguage } from './acceptance.dto';

/** What a note and a task say of a referral. They are sealed with the client like those that people type. */
interface Words {
  from: Record<string, string>;
  told: string;
  kind: Record<string, string>;
  deadline: (day: string, what: string) => string;
  ahead: string;
  detained: Record<string, string>;
  heldAt: string;
  agreed: (day: string, form: string) => string;
  forms: Record<string, string>;
  task: Record<'check_in' | 'other' | 'past', (day: string) => string>;
  proceeding: string;
  detention: string;
}

const WORDS: Record<AcceptanceLanguage, Words> = {
  en: {
    from: {
      staff: 'From the referral that staff took',
      public: 'From the online form',
      organisation: 'From the referral of another organisation',
    },
    told: 'Next date told',
    kind: { check_in: 'check-in', hearing: 'hearing', deadline: 'deadline', other: 'not known what for' },
    deadline: (day, what) =>
      `Deadline that the other organisation counted, ${day}: check it against the file (${what})`,
    ahead: 'Ahead in the record of the organisation that sent the person',
    detained: { yes: 'Detained', no: 'Not detained', not_known: 'Not known whether detained' },
    heldAt: 'Held at',
    agreed: (day, form) =>
      `The person agreed on ${day} that the office keeps and reads this (form in ${form}).`,
    forms: { en: 'English', es: 'Spanish' },
    task: {
      check_in: (day) => `Check-in on ${day}: find out the ICE office and the hour, and schedule it`,
      other: (day) => `Find out what the date of the referral is for: ${day}`,
      past: (day) => `The date of the referral, ${day}, is past: find out what it was for and what happened`,
    },
    proceeding: 'From the referral. Court, kind of proceeding and kind of hearing are to be checked.',
    detention: 'From the referral. Since when and where are to be checked.',
  },
  es: {
    from: {
      staff: 'De la solicitud que tomó el personal',
      public: 'Del formulario en línea',
      organisation: 'De la solicitud que envió otra organización',
    },
    told: 'Próxima fecha que se dijo',
    kind: {
      ...{ check_in: 'presentación ante ICE', hearing: 'audiencia', deadline: 'plazo' },
      other: 'no se sabe para qué',
    },
    deadline: (day, what) =>
      `Plazo que contó la otra organización, ${day}: comprobarlo con el expediente (${what})`,
    ahead: 'Por delante en el registro de la organización que envió a la persona',
    detained: {
      yes: 'En detención',
      no: 'No está en detención',
      not_known: 'No se sabe si está en detención',
    },
    heldAt: 'Lugar de detención',
    agreed: (day, form) =>
      `La persona aceptó el ${day} que la oficina guarde y lea esto (formulario en ${form}).`,
    forms: { en: 'inglés', es: 'español' },
    task: {
      check_in: (day) => `Presentación ante ICE el ${day}: averiguar la oficina y la hora, y programarla`,
      other: (day) => `Averiguar para qué es la fecha de la solicitud: ${day}`,
      past: (day) => `La fecha de la solicitud, ${day}, ya pasó: averiguar para qué era y qué ocurrió`,
    },
    proceeding: 'De la solicitud. Falta comprobar la corte, el tipo de proceso y el tipo de audiencia.',
    detention: 'De la solicitud. Falta comprobar desde cuándo y dónde.',
  },
};

export const wordsOf = (language: AcceptanceLanguage): Words => WORDS[language];

/** A legal day as people read it. */
export function dayIn(language: AcceptanceLanguage, day: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Everything the referral carried that has no place of its own in the record, as it was told. */
export function noteOf(
  language: AcceptanceLanguage,
  referral: { origin: string; fromName: string | null; arrivedOn: string },
  told: StoredDetails,
): string {
  const words = wordsOf(language);
  const from = [words.from[referral.origin], referral.fromName].filter(Boolean).join(': ');
  const kind = words.kind[told.nextKind ?? 'other'];
  const lines = [
    `${from}, ${dayIn(language, referral.arrivedOn)}.`,
    told.story,
    told.nextOn ? `${words.told}: ${dayIn(language, told.nextOn)} (${kind}).` : null,
    ...(told.dates ?? []).map(
      (each) =>
        `${words.ahead}: ${dayIn(language, each.on)} (${words.kind[each.kind]}${each.time ? `, ${each.time}` : ''}).`,
    ),
    told.detained ? `${words.detained[told.detained]}.` : null,
    told.detainedAt ? `${words.heldAt}: ${told.detainedAt}.` : null,
    told.consent
      ? words.agreed(
          dayIn(language, told.consent.at.slice(0, 10)),
          words.forms[told.consent.language] ?? told.consent.language,
        )
      : null,
  ];
  return lines.filter(Boolean).join('\n\n');
}
