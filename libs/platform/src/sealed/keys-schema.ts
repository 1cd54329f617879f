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
  // During a rotation a key is not alone: the one that comes is readable before it is used, the one that goes stays
  // readable until nothing is sealed under it any more.
  'alter table org_key add column if not exists next bytea, add column if not exists previous bytea',
  'alter table org_key add column if not exists indexed_through uuid',
  'alter table client_key add column if not exists next bytea, add column if not exists previous bytea',
  'alter table client_key add column if not exists rotated_at timestamptz not null default now()',
  `create table if not exists key_rotation (
     id uuid primary key default gen_random_uuid(),
     org_id uuid,
     kind text not null,
     what text not null,
     started_at timestamptz not null default clock_timestamp(),
     finished_at timestamptz
   )`,
  'create unique index if not exists key_rotation_open on key_rotation (org_id, kind, what) where finished_at is null',
  'create index if not exists client_key_rotating on client_key (org_id, client_id) where next is not null or previous is not null',
  `do $$ begin
     if not exists (select from pg_constraint where conname = 'client_key_destroyed_is_whole') then
       alter table client_key add constraint client_key_destroyed_is_whole
         check (destroyed_at is null or (next is null and previous is null));
     end if;
   end $$`,
  // Counts changes of keys, so that every process notices one within a second.
  'create table if not exists key_epoch (id smallint primary key check (id = 1), epoch bigint not null)',
  'insert into key_epoch values (1, 0) on conflict do nothing',
  // There while the root key is being changed: which goes, which comes, and which of the two is used by now.
  `create table if not exists root_change (
     id smallint primary key check (id = 1),
     goes text not null,
     comes text not null check (comes <> goes),
     step text not null check (step in ('offered', 'used')),
     started_at timestamptz not null default clock_timestamp()
   )`,
  // What each process that runs says meanwhile: whether it has the key that comes, and which it uses.
  `create table if not exists root_change_process (
     id uuid primary key,
     has_next boolean not null,
     uses text not null,
     seen_at timestamptz not null
   )`,
];
