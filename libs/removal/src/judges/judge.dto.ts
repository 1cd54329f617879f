import { IsBoolean, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { IsNotBlank } from '@app/platform';

const given = (_object: unknown, value: unknown): boolean => value !== undefined;

class JudgeFields {
  /** EOIR base city code. */
  @IsOptional() @IsString() @MaxLength(10) courtCode?: string | null;
  /** About the judge, never about a client. */
  @IsOptional() @IsString() @MaxLength(2000) note?: string | null;
}

export class NewJudge extends JudgeFields {
  @IsString() @IsNotBlank() @MaxLength(200) name: string;
}

export class EditJudge extends JudgeFields {
  @ValidateIf(given) @IsString() @IsNotBlank() @MaxLength(200) name?: string;
  /** False when the judge no longer sits; hearings keep the name. */
  @ValidateIf(given) @IsBoolean() active?: boolean;
}

export class JudgeCan {
  edit: boolean;
}

export class JudgeView {
  id: string;
  version: number;
  name: string;
  courtCode: string | null;
  courtName: string | null;
  note: string | null;
  active: boolean;
  can: JudgeCan;
}

export class JudgeList {
  /** By name. */
  items: JudgeView[];
  can: JudgeCan;
}
