-- People and how they sign in. None of this is counted, so it has no second clock; what a thief could use is kept
-- as a digest only. See docs/decisions/0010-sessions.md.

create type user_role as enum ('ADMIN', 'EVALUATOR', 'COORDINATOR', 'VIEWER');

create table users (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  deleted_at timestamptz(3),
  email text not null check (email <> ''),
  name text not null check (name <> ''),
  role user_role not null,
  -- The centres of a COORDINATOR; empty for other roles, which are not bound to centres.
  centre_ids uuid[] not null default '{}',
  language text not null default 'nl' check (language in ('nl', 'en')),
  -- Argon2id in PHC form; null for who was invited, or signs in elsewhere.
  password_hash text,
  password_changed_at timestamptz(3),
  -- The identity at an OpenID provider that this account is bound to.
  oidc_issuer text,
  oidc_subject text,
  -- The role follows the provider's claim at each sign-in, until an administrator sets one.
  role_from_provider boolean not null default false,
  constraint users_oidc_pair check ((oidc_issuer is null) = (oidc_subject is null)),
  constraint users_centres_of_coordinator check (role = 'COORDINATOR' or centre_ids = '{}')
);
create unique index users_email on users (lower(email)) where deleted_at is null;
create unique index users_oidc on users (oidc_issuer, oidc_subject) where deleted_at is null;
create index users_name on users (name, id) where deleted_at is null;
create trigger a_next_version before update on users for each row execute function next_version();

create table second_factors (
  user_id uuid primary key references users (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  -- AES-256-GCM under a key derived from SESSION_SECRET.
  sealed_secret bytea not null,
  -- Null until the first code proved that the app holds the secret.
  confirmed_at timestamptz(3),
  -- The 30-second step of the last code that was accepted: a code works once.
  last_step bigint not null default 0,
  -- SHA-256 of each code that is left.
  recovery_codes bytea[] not null default '{}'
);

create table sessions (
  id uuid primary key default uuid_v7(),
  -- SHA-256 of the token in the cookie.
  token_hash bytea not null unique,
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  last_seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  method text not null check (method in ('PASSWORD', 'OIDC')),
  -- Whether a second factor was shown, to us or to the provider.
  second_factor boolean not null,
  user_agent text,
  -- Of the address only its network: enough to recognise a sign-in.
  network text
);
create index sessions_user on sessions (user_id);
create index sessions_expiry on sessions (expires_at);

create table api_tokens (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  user_id uuid not null references users (id) on delete cascade,
  name text not null check (name <> ''),
  -- SHA-256 of the token; its first characters tell one from another.
  token_hash bytea not null unique,
  prefix text not null,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);
create index api_tokens_user on api_tokens (user_id);

-- Invitations and password resets: a link that works once.
create table one_time_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('INVITATION', 'PASSWORD_RESET')),
  user_id uuid not null references users (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create index one_time_links_user on one_time_links (user_id);

-- Failed sign-ins by account and by address, as keyed digests: the table names nobody.
create table sign_in_failures (
  key bytea primary key,
  -- The failures of the last 15 minutes that led to no lockout yet.
  failed_at timestamptz(3)[] not null default '{}',
  -- Lockouts in a row: each lasts longer than the one before.
  lockouts integer not null default 0,
  locked_until timestamptz(3),
  updated_at timestamptz(3) not null default now()
);
create index sign_in_failures_age on sign_in_failures (updated_at);

create table access_settings (
  id uuid primary key default uuid_v7(),
  version integer not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  second_factor_required_for user_role[] not null default '{}'
);
create unique index access_settings_one on access_settings ((true));
insert into access_settings default values;
create trigger a_next_version before update on access_settings for each row execute function next_version();

-- Somebody can always administer. Two administrators who demote each other at once pass here one after the other.
create function refuse_losing_last_administrator() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7316018422);
  if not exists (select 1 from users
                  where role = 'ADMIN' and deleted_at is null and id <> old.id
                    and (password_hash is not null or oidc_subject is not null)) then
    perform refuse('CONFLICT', jsonb_build_object('table', 'users', 'id', old.id));
  end if;
  return new;
end $$;
create trigger b_last_administrator before update on users for each row
  when (old.role = 'ADMIN' and old.deleted_at is null
        and (old.password_hash is not null or old.oidc_subject is not null)
        and (new.role <> 'ADMIN' or new.deleted_at is not null))
  execute function refuse_losing_last_administrator();

-- Who changes their password, gets another role or leaves is signed out everywhere, whichever program did it.
create function end_sessions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from sessions where user_id = new.id;
  update one_time_links set used_at = now() where user_id = new.id and used_at is null;
  if new.deleted_at is not null then
    update api_tokens set revoked_at = now(), updated_at = now(), version = version + 1
     where user_id = new.id and revoked_at is null;
  end if;
  return null;
end $$;
create trigger z_end_sessions after update on users for each row
  when (old.password_hash is distinct from new.password_hash or old.role <> new.role
        or old.email <> new.email or old.deleted_at is distinct from new.deleted_at)
  execute function end_sessions();

-- What the role that answers requests may delete: tickets, which are nobody's history.
create function grant_sign_in_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant delete on sessions, second_factors, one_time_links, sign_in_failures to %I', role_name);
end $$;

create or replace function grant_to_application(role_name text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema public, history to %I', role_name);
  execute format('grant select, insert, update on all tables in schema public to %I', role_name);
  execute format('grant select on all tables in schema history to %I', role_name);
  execute format('grant usage, select on all sequences in schema public to %I', role_name);
  execute format('revoke insert, update, delete on revisions, knowledge_clock from %I', role_name);
  perform grant_sign_in_to_application(role_name);
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'fieldlab_app') then
    perform grant_to_application('fieldlab_app');
  end if;
end $$;
