import { ApiProperty } from '@nestjs/swagger';
import {
  AUTHORITIES,
  type FormerGround,
  type FormerNumbering,
  type GroundBasis,
  type KnownAuthority,
  type PardonGround,
  type Waived,
} from '@app/rules';

export const WAIVED = [
  'yes',
  'no',
  'contested',
  'no_in_removal_yes_at_consulate',
  'not_a_ground',
] as const satisfies readonly Waived[];
const NUMBERINGS = ['1952', '1991'] as const satisfies readonly FormerNumbering[];
const BASES = ['conviction', 'conduct', 'status', 'waiver'] as const satisfies readonly GroundBasis[];
const PROVENANCE = ['sourced', 'general_knowledge'] as const;

export class GroundAuthority {
  cite: string;
  kind: string;
  /** Circuit that decided, where a circuit did. */
  circuit: string | null;
  /** What the page at the address supports, and no more. */
  note: string;
  @ApiProperty({ enum: PROVENANCE }) provenance: string;
  address: string | null;
}

/** A ground of removal and whether a pardon lifts it. */
export class GroundView {
  /** Citation without brackets, such as 237a2Aiii. */
  id: string;
  ina: string;
  usc: string;
  name: string;
  @ApiProperty({ enum: BASES }) basis: string;
  /** Whether INA 237(a)(2)(A)(vi) lifts it after a full and unconditional pardon. */
  @ApiProperty({ enum: WAIVED }) waived: string;
  note: string;
  authorities: GroundAuthority[];
  /** Ways out when a pardon does not lift it. General knowledge. */
  otherRoutes: string[];

  static of(ground: PardonGround): GroundView {
    return {
      ...ground,
      authorities: ground.authorities.map((key) => authorityOf(AUTHORITIES[key])),
      otherRoutes: [...ground.otherRoutes],
    };
  }
}

/** A ground of former INA 241(a), which orders from before April 1997 carry. General knowledge. */
export class FormerGroundView {
  /** Such as former-1952-a4 or former-1991-a2Aiii. */
  id: string;
  ina: string;
  usc: string;
  /** Which text: the paragraphs of the Act of 1952, or those of the Act of 1990. */
  @ApiProperty({ enum: NUMBERINGS }) numbering: string;
  name: string;
  @ApiProperty({ enum: BASES }) basis: string;
  /** Today's counterparts, the nearest first. */
  presentIds: string[];
  /** What the pardon waiver of its time did to it. */
  @ApiProperty({ enum: WAIVED }) waived: string;
  /** The predecessor of today's waiver that reached it. */
  waiver: string | null;
  /** Days of the charging document under which this text was used. */
  effectiveFrom: string;
  effectiveTo: string;
  note: string;
  @ApiProperty({ enum: PROVENANCE }) provenance: string;

  static of(ground: FormerGround): FormerGroundView {
    const { id, ina, usc, numbering, name, basis, presentIds, waived, waiver, note, provenance } = ground;
    const { effectiveFrom, effectiveTo } = ground;
    return {
      ...{
        id,
        ina,
        usc,
        numbering,
        name,
        basis,
        waived,
        waiver,
        effectiveFrom,
        effectiveTo,
        note,
        provenance,
      },
      presentIds: [...presentIds],
    };
  }
}

/** The grounds, and how far the list can be trusted. */
export class GroundList {
  asOf: string;
  note: string;
  items: GroundView[];
  /** Those of former INA 241(a). */
  former: FormerGroundView[];
}

function authorityOf({ cite, kind, circuit, note, provenance, address }: KnownAuthority): GroundAuthority {
  return { cite, kind, circuit: circuit ?? null, note, provenance, address };
}
