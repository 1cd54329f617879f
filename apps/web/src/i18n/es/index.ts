import { actionCodes } from './actions';
import type { Words } from '../en';
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
import { wallCodes, walls } from './walls';
import { views } from './views';
import { work, workCodes } from './work';

/** Spanish. A key that English has and this lacks, or the other way round, does not compile. */
export const es: Words = {
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
  ...work,
  ...removalRecord,
  ...bond,
  ...custodyFile,
  ...views,
  ...walls,
  ...inError,
  ...intake,
  ...merging,
  ...removalFacts,
  ...keeping,
  ...closing,
};
