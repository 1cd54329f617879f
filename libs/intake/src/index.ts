export { IntakeModule } from './intake.module';
export { ReferralDuty } from './referral-duty';
