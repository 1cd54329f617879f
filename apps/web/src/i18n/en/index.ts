import { calculators } from './calculators';
import { cases } from './cases';
import { codes } from './codes';
import { common } from './common';
import { enums } from './enums';
import { law } from './law';
import { lawCodes } from './law-codes';
import { lawbook } from './lawbook';
import { people } from './people';
import { reports } from './reports';
import { screening, screeningCodes } from './screening';
import { shell } from './shell';

/** The words of the product. Spanish must have every key of it: the type of `es` says so. */
export const en = {
  ...common,
  enums: { ...enums, ...codes, ...lawCodes, ...screeningCodes },
  ...shell,
  ...cases,
  ...people,
  ...law,
  ...lawbook,
  ...calculators,
  ...screening,
  ...reports,
};

type Text<T> = { [K in keyof T]: T[K] extends string ? string : Text<T[K]> };
export type Words = Text<typeof en>;
export type Enums = Text<typeof enums>;
export type Codes = Text<typeof codes>;
export type LawCodes = Text<typeof lawCodes>;
