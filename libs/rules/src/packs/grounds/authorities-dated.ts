import { known, type KnownAuthority } from './authority';

const general = (
  kind: KnownAuthority['kind'],
  cite: string,
  note: string,
  circuit?: string,
): KnownAuthority => ({
  cite,
  kind,
  note,
  provenance: 'general_knowledge',
  address: null,
  ...(circuit ? { circuit } : {}),
});

/** Authorities for whether a ground ever applied, and for what lies beside the waiver. General knowledge, all of them. */
export const DATED_AUTHORITIES = known({
  formerWaiver1952: general(
    'statute',
    'Former INA 241(b)(1), 8 USC 1251(b)(1)',
    'The waiver of before 1991: paragraph (4), crimes involving moral turpitude and from 1988 aggravated felonies, did not apply after a full and unconditional pardon by the President or a governor. Its last sentence kept it away from paragraph (11), drugs.',
  ),
  formerWaiver1991: general(
    'statute',
    'Former INA 241(a)(2)(A)(iv), 8 USC 1251(a)(2)(A)(iv)',
    'The waiver from 1991 until it was renumbered 237 on 1 April 1997; numbered (v) for the months after 30 September 1996, when high-speed flight became (iv). It listed the moral-turpitude and aggravated-felony clauses.',
  ),
  formerNumbering: general(
    'statute',
    'Former INA 241(a), 8 USC 1251(a)',
    'The grounds of deportation until 31 March 1997. Numbered (1) to (19) by the Act of 1952, in five paragraphs by the Act of 1990 for proceedings noticed from 1 March 1991, renumbered 237 on 1 April 1997.',
  ),
  aggravated1988: general(
    'statute',
    'Anti-Drug Abuse Act of 1988, section 7344',
    'The aggravated-felony ground came in on 18 November 1988.',
  ),
  ledezma: general(
    'circuit',
    'Ledezma-Galicia v. Holder, 636 F.3d 1059 (9th Cir. 2010)',
    'The aggravated-felony ground does not reach convictions from before 18 November 1988.',
    '9',
  ),
  lettman: general(
    'bia',
    'Matter of Lettman, 22 I&N Dec. 365 (BIA 1998)',
    'The aggravated-felony ground reaches convictions from before 18 November 1988.',
  ),
  bell: general(
    'circuit',
    'Bell v. Reno, 218 F.3d 86 (2d Cir. 2000)',
    'The aggravated-felony ground reaches convictions from before 18 November 1988.',
    '2',
  ),
  lettmanReno: general(
    'circuit',
    'Lettman v. Reno, 207 F.3d 1368 (11th Cir. 2000)',
    'The aggravated-felony ground reaches convictions from before 18 November 1988.',
    '11',
  ),
  firearm1991: general(
    'statute',
    'Immigration Act of 1990, section 602',
    'The firearm ground was widened in 1991; before, former 241(a)(14) was about possessing or carrying certain weapons.',
  ),
  stCyr: general(
    'scotus',
    'INS v. St. Cyr, 533 U.S. 289 (2001)',
    'Former INA 212(c) stays open to people who pleaded guilty while it was law.',
  ),
  judulang: general(
    'scotus',
    'Judulang v. Holder, 565 U.S. 42 (2011)',
    'Former 212(c) may not be refused for want of a matching ground of inadmissibility.',
  ),
  judicialRecommendation: general(
    'statute',
    'Former INA 241(b)(2), repealed on 29 November 1990',
    'A recommendation against deportation by the sentencing judge, made within 30 days, had the same effect as the pardon.',
  ),
  devison: general(
    'bia',
    'Matter of Devison-Charles, 22 I&N Dec. 1362 (BIA 2000)',
    'A finding of juvenile delinquency is not a conviction for immigration law.',
  ),
  thomasThompson: general(
    'attorney_general',
    'Matter of Thomas & Thompson, 27 I&N Dec. 674 (A.G. 2019)',
    'A sentence changed for reasons other than a defect keeps its old length for immigration law; whether that covers an executive commutation is open.',
  ),
  returningResident: general(
    'statute',
    'INA 101(a)(13)(C)',
    'A returning resident who committed an offence under 212(a)(2) may be treated as seeking admission, and charged as inadmissible.',
  ),
  departureBar: general(
    'agency',
    '8 CFR 1003.2(d), 1003.23(b)(1)',
    'The departure bar: no motion to reopen after leaving. Most courts of appeals do not apply it to the statutory motion.',
  ),
});
