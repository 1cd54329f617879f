/**
 * The keys database: two tables, wrapped keys only. It is a database of its own so that its backups can have a short
 * retention; a destroyed key must not live on in the backups of the data it opened. Ordered, idempotent statements.
 */
export const keysSchema: string[] = [
  `create table if not exists org_key (
     org_id uuid primary key,
     wrapped bytea not null,
     key_version integer not null default 1,
     created_at timestamptz not null default now()
   )`,
  // A row with destroyed_at stays for good: it is the shred list, and it stops the client's key from being made anew.
  `create table if not exists client_key (
     org_id uuid not null,
     client_id uuid not null,
     wrapped bytea,
     key_version integer not null default 1,
     created_at timestamptz not null default now(),
     destroyed_at timestamptz,
     primary key (org_id, client_id),
     constraint client_key_destroyed_is_empty check ((wrapped is null) = (destroyed_at is not null))
   )`,
];
