import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { DraftsController } from './drafts/drafts.controller';
import { Drafts } from './drafts/drafts.service';
import { InvitationDoor } from './invitations/invitation-door';
import { InvitationsController } from './invitations/invitations.controller';
import { Invitations } from './invitations/invitations.service';
import { Installation } from './organisations/installation';
import { OrganisationsController } from './organisations/organisations.controller';
import { Organisations } from './organisations/organisations.service';
import { Locks } from './locks/locks.service';
import { LocksController } from './locks/locks.controller';
import { OwnLock } from './locks/own-lock';
import { OwnLockController } from './locks/own-lock.controller';
import { Argon } from './passwords/argon';
import { PasswordReset } from './passwords/password-reset';
import { Passwords } from './passwords/passwords';
import { DeparturesModule } from './people/departures.module';
import { StaffController } from './people/staff.controller';
import { StaffDirectory } from './people/staff.directory';
import { StaffReader } from './people/staff-reader';
import { StaffService } from './people/staff.service';
import { Factors } from './second-factor/factors.service';
import { FactorsController } from './second-factor/factors.controller';
import { HalfSessions } from './second-factor/half-sessions';
import { Passkeys } from './second-factor/passkeys';
import { SecondSteps } from './second-factor/second-steps';
import { Tries } from './second-factor/tries';
import { SecurityPolicies } from './security-policy/security-policies';
import { SecurityPolicyController } from './security-policy/security-policy.controller';
import { Devices } from './sessions/devices';
import { Sessions } from './sessions/sessions.service';
import { DoorsController } from './sign-in/doors.controller';
import { Entrance } from './sign-in/entrance';
import { LocalStrategy } from './sign-in/local.strategy';
import { MeController } from './sign-in/me.controller';
import { Me } from './sign-in/me.service';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInService } from './sign-in/sign-in.service';
import { Strangers } from './sign-in/strangers';
import { StepUpController } from './sign-in/step-up.controller';
import { StepUpService } from './sign-in/step-up';
import { Tokens } from './tokens/tokens.service';
import { UnsentMailsController } from './unsent-mails.controller';

/** Organisations, the people who work there, and how they sign in. */
@Module({
  imports: [DeparturesModule, PassportModule.register({ session: false })],
  // Invitations stand before people: /staff/invitations is not a person's id.
  controllers: [
    SignInController,
    DoorsController,
    MeController,
    DraftsController,
    FactorsController,
    StepUpController,
    InvitationsController,
    StaffController,
    LocksController,
    OwnLockController,
    OrganisationsController,
    SecurityPolicyController,
    UnsentMailsController,
  ],
  providers: [
    Argon,
    SignInService,
    Strangers,
    LocalStrategy,
    Sessions,
    Devices,
    Entrance,
    Locks,
    OwnLock,
    StaffReader,
    Passkeys,
    Tries,
    Factors,
    SecondSteps,
    HalfSessions,
    StepUpService,
    SecurityPolicies,
    Tokens,
    Drafts,
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
