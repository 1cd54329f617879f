import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './helpers';

const DEFINER = 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

/**
 * Clients of whose family or household another client is protected by 8 U.S.C. 1367, whichever of the two records says
 * so. They may be beneficiaries of the same petition (8 CFR 214.11(k), 214.14(f)), and what is on record about them is
 * about the protected person too. Told inside this schema alone: the second column names whom the first one may not see.
 */
const FAMILY = `CREATE FUNCTION sec.clients_with_protected_family(p_clients uuid[])
  RETURNS TABLE (client_id uuid, relative_id uuid) LANGUAGE sql STABLE ${DEFINER} AS $$
  WITH me AS MATERIALIZED (SELECT sec.org() AS org_id),
  kin AS MATERIALIZED (
    SELECT r.org_id, r.client_id, r.linked_client_id AS relative_id FROM app.related_person r JOIN me USING (org_id)
     WHERE r.client_id = ANY (p_clients) AND r.linked_client_id IS NOT NULL AND r.withdrawn_at IS NULL
    UNION
    SELECT r.org_id, r.linked_client_id, r.client_id FROM app.related_person r JOIN me USING (org_id)
     WHERE r.linked_client_id = ANY (p_clients) AND r.withdrawn_at IS NULL)
  SELECT k.client_id, k.relative_id FROM kin k
   WHERE NOT EXISTS (SELECT 1 FROM app.erased_client e WHERE e.org_id = k.org_id AND e.id = k.relative_id)
     AND (EXISTS (SELECT 1 FROM app.relief_application f
                   WHERE f.org_id = k.org_id AND f.client_id = k.relative_id AND f.kind IN ('vawa', 'u_visa', 't_visa'))
       OR EXISTS (SELECT 1 FROM app.motion m
                   WHERE m.org_id = k.org_id AND m.client_id = k.relative_id AND m.kind = 'reopen_vawa')) $$`;

/** The same for the application: of these clients, and without saying who of the family it is. */
const OF_THESE = `CREATE FUNCTION sec.family_of_protected(p_clients uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
  SELECT DISTINCT f.client_id FROM sec.clients_with_protected_family(p_clients) f $$`;

/**
 * Demands whose words are kept from whoever asks. As before, one with a client in its scope is for those who see all of
 * them. Two things are new. Whoever stands outside a wall around a protected relative of somebody in the scope is not
 * told of the demand: that the relative is protected would show from what is held back. And a demand that nobody has
 * scoped yet may be about anybody, so it is for who entered it and for directors whom no wall keeps from anybody.
 */
const KEPT = (hidden: string, unscoped: string): string => `
  CREATE OR REPLACE FUNCTION sec.demands_kept_from_me() RETURNS SETOF uuid LANGUAGE sql STABLE ${DEFINER} AS $$
  WITH me AS MATERIALIZED (SELECT c[1]::uuid AS org_id, c[2]::uuid AS user_id, c[3] AS role FROM sec.claims() AS c)
  SELECT c.demand_id FROM app.demand_client c JOIN me ON c.org_id = me.org_id
   WHERE c.removed_at IS NULL AND me.role <> 'system'
     AND NOT (c.client_id IN (SELECT sec.erased_clients()))
     AND (c.client_id IN (SELECT sec.walled_from_me())${hidden}
          OR NOT ((SELECT sec.sees_office()) OR c.client_id IN (SELECT sec.my_clients())))
  UNION
  SELECT d.id FROM app.demand d JOIN me ON d.org_id = me.org_id
   WHERE d.recorded_by <> me.user_id AND me.role <> 'system' AND ${unscoped}
     AND NOT EXISTS (SELECT 1 FROM app.demand_client c
                      WHERE c.org_id = d.org_id AND c.demand_id = d.id AND c.removed_at IS NULL) $$`;

const HIDDEN = `
          OR c.client_id IN (SELECT f.client_id FROM sec.clients_with_protected_family(ARRAY(
                                SELECT s.client_id FROM app.demand_client s JOIN me USING (org_id) WHERE s.removed_at IS NULL)) f
                              WHERE f.relative_id IN (SELECT sec.walled_from_me()))`;
const UNSCOPED = `(me.role <> 'director' OR EXISTS (SELECT 1 FROM sec.walled_from_me()))`;

export class HoldFamilyOfProtectedBack20261126040000 implements MigrationInterface {
  name = 'HoldFamilyOfProtectedBack20261126040000';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, [
      FAMILY,
      'ALTER FUNCTION sec.clients_with_protected_family(uuid[]) OWNER TO vacatur_definer',
      'REVOKE ALL ON FUNCTION sec.clients_with_protected_family(uuid[]) FROM PUBLIC',
      OF_THESE,
      'ALTER FUNCTION sec.family_of_protected(uuid[]) OWNER TO vacatur_definer',
      'REVOKE ALL ON FUNCTION sec.family_of_protected(uuid[]) FROM PUBLIC',
      'GRANT EXECUTE ON FUNCTION sec.family_of_protected(uuid[]) TO vacatur_app',
      KEPT(HIDDEN, UNSCOPED),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, [
      KEPT('', `me.role <> 'director'`),
      'DROP FUNCTION sec.family_of_protected(uuid[])',
      'DROP FUNCTION sec.clients_with_protected_family(uuid[])',
    ]);
  }
}
