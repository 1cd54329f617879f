import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '@app/cases';
import { CRITICAL_REASONS } from './critical';
import { PROOF_WAYS } from './sign-off.dto';

export const PROOF_STATES = ['recorded', 'signed_off', 'sent_back'] as const;

/** A document of the client's file that a proof names. */
export class ProofDocument {
  id: string;
  /** Null for roles that do not see names, and in lists. */
  title: string | null;
  /** It was withdrawn after the proof was recorded. */
  withdrawn: boolean;
}

/** The last proof of filing of a deadline. */
export class ProofView {
  @ApiProperty({ enum: PROOF_STATES }) state: string;
  @ApiProperty({ enum: PROOF_WAYS }) way: string;
  filedOn: string;
  /** Null for roles that do not see names, and in lists. */
  receipt: string | null;
  note: string | null;
  @ApiProperty({ type: ProofDocument, nullable: true }) document: ProofDocument | null;
  recordedBy: PersonRef;
  recordedAt: string;
  @ApiProperty({ type: PersonRef, nullable: true }) decidedBy: PersonRef | null;
  decidedAt: string | null;
  /** Why it was sent back. */
  reason: string | null;
}

/** What a critical deadline still needs before it closes. */
export class SignOffView {
  @ApiProperty({ enum: CRITICAL_REASONS }) because: string;
  /** proof: nobody recorded one yet; sign_off: a second person has to look at it; done. */
  @ApiProperty({ enum: ['proof', 'sign_off', 'done'] }) needs: string;
  @ApiProperty({ type: ProofView, nullable: true }) proof: ProofView | null;
}
