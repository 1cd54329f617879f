import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { OFFICE_ROLES, type Role } from '@app/access';
import { IsLegalDay } from '@app/platform';
import type { SecurityPolicy } from './security-policy.entity';

export class SetSecurityPolicy {
  /** Roles that need a second factor; none for nobody. */
  @ApiProperty({ enum: OFFICE_ROLES, isArray: true })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsIn(OFFICE_ROLES, { each: true })
  roles: Role[];

  /** The first day on which somebody without one is led to it and reaches nothing else, YYYY-MM-DD. */
  @IsLegalDay()
  requiredFrom: string;
}

export class SecurityPolicyView {
  @ApiProperty({ enum: OFFICE_ROLES, isArray: true })
  roles: Role[];
  @ApiProperty({ type: String, nullable: true })
  requiredFrom: string | null;
  version: number;

  static of(policy: SecurityPolicy | null): SecurityPolicyView {
    return {
      roles: policy?.roles ?? [],
      requiredFrom: policy?.requiredFrom ?? null,
      version: policy?.version ?? 0,
    };
  }
}
