import type { Dice } from './dice';

/** Where clients of the demo come from. Family names are invented, so that no combination is a person's name. */
interface Community {
  country: string;
  /** The language an interpreter would be asked for. */
  language: string;
  given: string;
  family: string;
  /** Manner of arrival, the usual one first. */
  manners: string[];
  /** How many of a hundred clients. */
  share: number;
}

const COMMUNITIES: Community[] = [
  {
    ...{ country: 'LA', language: 'lo', share: 20, manners: ['refugee'] },
    given: 'Bounmy Khamla Somchit Vilay Noy Phet Seng Chanthy Keo Souk Boun Malay Thong Dara Kham Sysouk',
    family:
      'Phandaralong Soukhamtavan Vilaysonglao Keomanisouk Luangthepvan Sengdaraphet Inthavongkeo Chanthaboupha',
  },
  {
    ...{ country: 'LA', language: 'hmn', share: 15, manners: ['refugee'] },
    given: 'Tou Pao Mai Yer Kou Chue Bao Nhia Ger Toua Xia Lue Kaying Pheng Mee Vue',
    family: 'Vangxeng Xiongkao Yangpalor Muanhia Herthao Lorchue Chaloyang Moualis',
  },
  {
    ...{ country: 'KH', language: 'km', share: 15, manners: ['refugee'] },
    given:
      'Sokha Dara Vanna Rith Bopha Samnang Chann Sophal Makara Veasna Rany Phally Borey Kosal Sothea Nimol',
    family: 'Chhimsovan Soklundara Ouktevy Keorithy Prakmony Samborath Limchanda Tepvireak',
  },
  {
    ...{ country: 'VN', language: 'vi', share: 14, manners: ['refugee', 'immigrant'] },
    given: 'Minh Lan Hùng Thu Quang Mai Dũng Hạnh Tuấn Ngọc Phúc Liên Sơn Hoa Khánh Bích',
    family: 'Trầnlâm Nguyễnhòa Đỗquang Phạmsơn Lêviên Vũthạch Đặngphú Bùikha',
  },
  {
    ...{ country: 'HT', language: 'ht', share: 9, manners: ['immigrant', 'parolee'] },
    given: 'Wilnise Jacky Mirlande Fritz Roseline Emmanuel Guerda Reginald Nadège Ricot Yolette Stanley',
    family: 'Bellerivage Saint-Flambeau Desrochelles Jean-Lumière Toussainclair Montélimard',
  },
  {
    ...{ country: 'JM', language: 'en', share: 8, manners: ['immigrant', 'visa'] },
    given: 'Delroy Marva Winston Shauna Everton Claudette Leroy Paulette Junior Yvonne Garfield Norma',
    family: 'Brambleford Clarendale Hopefield Spanishbrook Irwinstow Portlandale',
  },
  {
    ...{ country: 'SV', language: 'es', share: 9, manners: ['without_inspection', 'immigrant'] },
    given: 'Óscar Marisol Wílmer Xiomara Rigoberto Ana Saúl Delmy José Yesenia Mauricio Roxana',
    family: 'Izalqueño Villalempa Moraztepeque Chinamequillo Suchitlán Panchimalco',
  },
  {
    ...{ country: 'LR', language: 'en', share: 6, manners: ['refugee', 'immigrant'] },
    given: 'Momolu Comfort Prince Hawa Boakai Musu Togar Garmai Varney Patience',
    family: 'Montserradwe Kpellegar Grandbassaw Nimbatoe Lofawolo Sinoegbe',
  },
  {
    ...{ country: 'DO', language: 'es', share: 4, manners: ['immigrant', 'visa'] },
    given: 'Ramón Altagracia Félix Yokasta Domingo Milagros Santo Digna',
    family: 'Yaquedelrío Cibaolinas Barahonés Samanales',
  },
];

/** A person who does not exist. */
export interface Invented {
  given: string;
  family: string;
  country: string;
  language: string;
  manner: string;
}

/** Invents person `n` of an office. Two people of one office never have the same name. */
export function invent(n: number, dice: Dice, taken: Set<string>): Invented {
  const community = communityOf((n * 37 + 11) % 100);
  const [givens, families] = [community.given.split(' '), community.family.split(' ')];
  for (;;) {
    const [given, family] = [dice.pick(givens), dice.pick(families)];
    const full = `${given} ${family}`;
    if (taken.has(full)) continue;
    taken.add(full);
    const manner = dice.chance(75) ? community.manners[0] : dice.pick(community.manners);
    return { given, family, country: community.country, language: community.language, manner };
  }
}

function communityOf(percentile: number): Community {
  let upTo = 0;
  return COMMUNITIES.find((community) => percentile < (upTo += community.share)) ?? COMMUNITIES[0];
}

/** Another spelling of a family name, as old papers have it: without accents, with a letter more or less. */
export function otherSpelling(family: string): string {
  const plain = family.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  if (plain !== family) return plain;
  return family.replace(/ou|ay|ee|ph/, (part) => ({ ou: 'u', ay: 'ai', ee: 'i', ph: 'f' })[part] ?? part);
}
