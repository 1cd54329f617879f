import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { InvitationDoor } from './invitations/invitation-door';
import { InvitationsController } from './invitations/invitations.controller';
import { Invitations } from './invitations/invitations.service';
import { Installation } from './organisations/installation';
import { OrganisationsController } from './organisations/organisations.controller';
import { Organisations } from './organisations/organisations.service';
import { Argon } from './passwords/argon';
import { PasswordReset } from './passwords/password-reset';
import { Passwords } from './passwords/passwords';
import { StaffController } from './people/staff.controller';
import { StaffDirectory } from './people/staff.directory';
import { StaffService } from './people/staff.service';
import { Sessions } from './sessions/sessions.service';
import { DoorsController } from './sign-in/doors.controller';
import { LocalStrategy } from './sign-in/local.strategy';
import { MeController } from './sign-in/me.controller';
import { Me } from './sign-in/me.service';
import { SignInService } from './sign-in/sign-in.service';
import { Tokens } from './tokens/tokens.service';

/** Organisations, the people who work there, and how they sign in. */
@Module({
  imports: [PassportModule.register({ session: false })],
  // Invitations stand before people: /staff/invitations is not a person's id.
  controllers: [
    DoorsController,
    MeController,
    InvitationsController,
    StaffController,
    OrganisationsController,
  ],
  providers: [
    Argon,
    SignInService,
    LocalStrategy,
    Sessions,
    Tokens,
    Me,
    Passwords,
    PasswordReset,
    InvitationDoor,
    Invitations,
    StaffService,
    StaffDirectory,
    Organisations,
    Installation,
  ],
  exports: [StaffService, StaffDirectory, Installation],
})
export class StaffModule {}
