import type { Program } from './program';
import { CLIENT, CONVICTION, GRANT, ORDER, PROCEEDING } from './public-case';
import { tellEffect } from './tell-effect';
import type { Teller } from './teller';

/** The code of an aggravated felony, INA 237(a)(2)(A)(iii). */
const AGGRAVATED_FELONY = '237a02Aiii';
const ASSUMED = 'ASSUMPTION for illustration: the charge of the public case is not public.';

/**
 * Shows the report for a charge that is assumed. It goes into a record of its own, so that nothing assumed stands
 * beside what is public. Two answers to one open question show why the question matters.
 */
export async function addAssumption(program: Program, teller: Teller): Promise<void> {
  teller.say('Nothing below is reported of the case. It stands in a separate record that says so.');
  const client = await program.create('/clients', {
    ...CLIENT,
    name: { given: 'Assumption', family: 'For Illustration' },
    case: { type: 'clemency_and_reopening' },
  });
  const { items } = await program.read(`/clients/${client.id}/cases`);
  await program.create(`/cases/${items[0].id}/notes`, { text: ASSUMED, kind: 'ordinary' });
  for (const [firearm, question] of [
    ['no', 'Suppose that no firearm was an element of the crime and there was no other count'],
    ['yes', 'Now suppose that a firearm was an element'],
  ] as const) {
    teller.say();
    teller.say(`${question}:`);
    await tellEffect(program, teller, await suppose(program, client.id, firearm), firearm === 'no');
  }
}

/** Records the assumed facts, or changes the answer about the firearm, and returns the client. */
async function suppose(program: Program, clientId: string, firearm: 'yes' | 'no'): Promise<string> {
  const flags = {
    ...{ drug: 'no', domestic: 'no', childVictim: 'no', moralTurpitude: 'yes', aggravatedFelony: 'yes' },
    firearm,
  };
  const known = (await program.read(`/clients/${clientId}/removal`)).convictions[0];
  if (known) {
    await program.change(`/convictions/${known.id}`, { flags }, known);
    return clientId;
  }
  const conviction = await program.create(`/clients/${clientId}/convictions`, {
    ...CONVICTION,
    flags,
    ageAtOffence: 16,
    note: ASSUMED,
  });
  const proceeding = await program.create(`/clients/${clientId}/proceedings`, {
    ...PROCEEDING,
    courtCode: 'NYC',
    note: ASSUMED,
  });
  const convictionIds = [conviction.id];
  const charge = { code: AGGRAVATED_FELONY, status: 'sustained', convictionIds, note: ASSUMED };
  await program.create(`/proceedings/${proceeding.id}/charges`, charge);
  await program.create(`/proceedings/${proceeding.id}/orders`, { ...ORDER, note: ASSUMED });
  const asked = { jurisdiction: 'NY', convictionIds, stage: 'filed' };
  const application = await program.create(`/clients/${clientId}/pardon-applications`, asked);
  const wording = 'I grant a full and unconditional pardon, including relief from removal.';
  await program.act(
    `/pardon-applications/${application.id}/grant`,
    { ...GRANT, wording, note: ASSUMED },
    application,
  );
  return clientId;
}
