import { dayInWords } from './wording';
import type { ClosingLetterFacts, LegalDay } from './facts';

interface ClosingWords {
  dear: string;
  closed: string;
  because: string;
  outcomes: Record<NonNullable<ClosingLetterFacts['outcome']>, string>;
  noMore: string;
  keepTitle: string;
  keep: string[];
  duties: string;
  again: string;
  regards: string;
}

const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto'],
  ...['septiembre', 'octubre', 'noviembre', 'diciembre'],
];

/** A day as a letter writes it; throws RangeError for anything that is not a calendar day. */
export function dayInLanguage(day: LegalDay, language: ClosingLetterFacts['language']): string {
  const english = dayInWords(day);
  if (language === 'en') return english;
  const [year, month, date] = day.split('-').map(Number);
  return `${date} de ${MONTHS[month - 1]} de ${year}`;
}

/** What the letter says. It promises nothing and names no deadline: those are told in person. */
export const CLOSING_WORDS: Record<ClosingLetterFacts['language'], ClosingWords> = {
  en: {
    dear: 'Dear ',
    closed: 'We closed your case with our office on ',
    because: '. It ended this way: ',
    outcomes: {
      order_vacated: 'the removal order was vacated',
      proceedings_terminated: 'the proceedings against you were terminated',
      withdrawn: 'our work for you was ended before a decision',
      removed: 'you left the United States under the order',
      other: 'our work on this case is finished',
    },
    noMore:
      'From that day on we do not file anything for you and do not watch any date for you, unless we agree on it in writing.',
    keepTitle: 'Please keep these things safe:',
    keep: [
      'this letter and every decision of the court, the Board or an agency, with certified copies where you have them;',
      'copies of what we filed for you, and of your identity papers;',
      'proof of every change of address that you reported.',
    ],
    duties:
      'If you are under an order of supervision, go to every check-in until the agency tells you in writing that it has ended. If you move, report your new address in time.',
    again:
      'If you receive a letter from the court or an immigration agency, if you are arrested, or before you travel or apply for anything, ask a lawyer first. You may ask us for a copy of your file.',
    regards: 'Sincerely,',
  },
  es: {
    dear: 'Para ',
    closed: 'Cerramos su caso en nuestra oficina el ',
    because: '. Terminó así: ',
    outcomes: {
      order_vacated: 'la orden de deportación fue anulada',
      proceedings_terminated: 'el proceso en su contra fue terminado',
      withdrawn: 'nuestro trabajo para usted acabó antes de una decisión',
      removed: 'usted salió de los Estados Unidos bajo la orden',
      other: 'nuestro trabajo en este caso ha terminado',
    },
    noMore:
      'Desde ese día no presentamos nada por usted ni vigilamos ninguna fecha por usted, salvo que lo acordemos por escrito.',
    keepTitle: 'Por favor guarde bien estas cosas:',
    keep: [
      'esta carta y cada decisión de la corte, de la Junta o de una agencia, con las copias certificadas que tenga;',
      'copias de lo que presentamos por usted y de sus documentos de identidad;',
      'prueba de cada cambio de dirección que haya avisado.',
    ],
    duties:
      'Si está bajo una orden de supervisión, vaya a cada cita hasta que la agencia le diga por escrito que terminó. Si se muda, avise a tiempo su nueva dirección.',
    again:
      'Si recibe una carta de la corte o de una agencia de inmigración, si le detienen, o antes de viajar o de pedir algo, pregunte primero a un abogado. Puede pedirnos una copia de su expediente.',
    regards: 'Atentamente,',
  },
};
