import { actionCodes } from './actions';
import { calculators } from './calculators';
import { cases } from './cases';
import { codes } from './codes';
import { common } from './common';
import { bond, bondCodes } from './bond';
import { custodyCodes, custodyFile } from './custody';
import { deadlines } from './deadlines';
import { documentCodes, documents } from './documents';
import { enums } from './enums';
import { inError, inErrorCodes } from './in-error';
import { intake, intakeCodes } from './intake';
import { merging } from './merging';
import { keeping, keepingCodes } from './keeping';
import { law } from './law';
import { lawCodes } from './law-codes';
import { lawbook } from './lawbook';
import { closing, closingCodes } from './closing';
import { people } from './people';
import { removalFactCodes, removalFacts } from './removal-facts';
import { removalCodes, removalRecord } from './removal-record';
import { person, personCodes } from './person';
import { plan } from './plan';
import { reports } from './reports';
import { screening, screeningCodes } from './screening';
import { security } from './security';
import { shell } from './shell';
import { standing } from './standing';
import { standingCodes } from './standing-codes';
import { views } from './views';
import { work, workCodes } from './work';
import { wallCodes, walls } from './walls';

/** The words of the product. Spanish must have every key of it: the type of `es` says so. */
export const en = {
  ...common,
  enums: {
    ...enums,
    ...codes,
    ...actionCodes,
    ...documentCodes,
    ...lawCodes,
    ...screeningCodes,
    ...standingCodes,
    ...workCodes,
    ...removalCodes,
    ...bondCodes,
    ...custodyCodes,
    ...wallCodes,
    ...inErrorCodes,
    ...intakeCodes,
    ...removalFactCodes,
    ...keepingCodes,
    ...personCodes,
    ...closingCodes,
  },
  ...shell,
  ...documents,
  ...cases,
  ...people,
  ...security,
  ...person,
  ...plan,
  ...law,
  ...deadlines,
  ...lawbook,
  ...calculators,
  ...screening,
  ...reports,
  ...standing,
  ...views,
  ...walls,
  ...work,
  ...removalRecord,
  ...bond,
  ...custodyFile,
  ...inError,
  ...intake,
  ...merging,
  ...removalFacts,
  ...keeping,
  ...closing,
};

type Text<T> = { [K in keyof T]: T[K] extends string ? string : Text<T[K]> };
export type Words = Text<typeof en>;
export type Enums = Text<typeof enums>;
export type Codes = Text<typeof codes>;
export type ActionCodes = Text<typeof actionCodes>;
export type DocumentCodes = Text<typeof documentCodes>;
export type LawCodes = Text<typeof lawCodes>;
export type RemovalCodes = Text<typeof removalCodes>;
export type ClosingCodes = Text<typeof closingCodes>;
export type WallCodes = Text<typeof wallCodes>;
export type RemovalFactCodes = Text<typeof removalFactCodes>;
