import type { Office } from './factories/organisation';
import type { Person } from './factories/staff';
import type { Things } from './things';

/** A wall that keeps out nobody the tests act as, access for a time, and a breaking of the glass that opened nothing. */
export async function accessThings(
  office: Office,
  maker: Person,
  clientId: string,
  spare: Person,
): Promise<Things> {
  const at = `/clients/${clientId}`;
  const wall = { kind: 'ethical', people: [spare.id], reason: 'Former employer' };
  const { walls } = await maker.api.created(`${at}/walls`, wall);
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const { grants } = await maker.api.created(`${at}/access-grants`, {
    userId: spare.id,
    until,
    reason: 'Holiday',
  });
  await spare.api.post('/emergency-access', { aNumber: 'A900000001', reason: 'A drill' });
  const broken = (await office.api.director.read('/emergency-access')).items[0];
  return {
    '/clients/{clientId}/walls/{wallId}': walls[0].id,
    '/clients/{clientId}/walls/{wallId}/people/{userId}': spare.id,
    '/clients/{clientId}/access-grants/{grantId}': grants[0].id,
    '/check-ins/{checkInId}/companions/{userId}': spare.id,
    '/emergency-access/{glassBreakId}': broken.id,
  };
}
