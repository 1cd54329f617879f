import { IsIn } from 'class-validator';
import { OFFICE_ROLES, type Role } from '@app/access';
import { ApiProperty } from '@nestjs/swagger';
import { IsAddress, IsName } from '../people/address';

export class Invite {
  @IsAddress()
  email: string;

  @IsName()
  name: string;

  @ApiProperty({ enum: OFFICE_ROLES })
  @IsIn(OFFICE_ROLES)
  role: Role;
}
