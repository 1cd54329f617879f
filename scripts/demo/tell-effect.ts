import type { Json } from '../../test/support/client';
import type { Program } from './program';
import { words } from './tell-deadlines';
import type { Teller } from './teller';

/** Prints what the recorded pardon does to each charge, and what is still to be found out. */
export async function tellEffect(
  program: Program,
  teller: Teller,
  clientId: string,
  withInstrument = true,
): Promise<void> {
  const report = await program.read(`/clients/${clientId}/pardon-effect`);
  teller.say(`All together: ${words(report.overall)}. ${report.overallReason}`, 2);
  for (const charge of report.charges) tellCharge(teller, charge);
  if (withInstrument) tellInstrument(teller, report.instrument);
  if (report.whatWouldChangeIt.length > 0) {
    teller.say();
    teller.say('What would change it:', 2);
    teller.points(report.whatWouldChangeIt, 4);
  }
}

function tellCharge(teller: Teller, charge: Json): void {
  const origin = charge.origin === 'latent' ? 'never charged, but it may fit' : words(charge.statusInOrder);
  teller.say();
  teller.say(
    `INA ${charge.ina}, ${charge.groundName ?? charge.code} (${origin}): ${words(charge.effect)}`,
    2,
  );
  teller.say(charge.reason, 4);
  if (charge.authorities.length > 0)
    teller.say(`Authority: ${charge.authorities.map((one: Json) => one.cite).join('; ')}`, 4);
  if (charge.missingFacts.length > 0) {
    teller.say('Still to be found out:', 4);
    teller.points(charge.missingFacts, 6, '?');
  }
}

function tellInstrument(teller: Teller, findings: Json[]): void {
  teller.say();
  teller.say('The instrument, test by test:', 2);
  teller.facts(
    findings.map((finding) => [`${words(finding.test)}: ${finding.result}`, finding.why] as const),
    4,
  );
}
