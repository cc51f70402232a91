-- A token may do less than its owner: what it was made for, and reading.
alter table api_tokens
  add column scopes text[] not null default '{read}'
    constraint api_tokens_scopes check (scopes <@ array['read', 'records:write', 'imports', 'reports:write'] and 'read' = any (scopes)),
  -- Whether it was made by somebody who had shown a second factor, also one that only their provider knows of.
  add column second_factor boolean not null default false,
  -- Since when a token that was made before there were scopes only reads; null for all others.
  add column narrowed_at timestamptz(3);

-- Those that still work could do all that their owner may. From now on they read, and administrators see which.
update api_tokens set narrowed_at = now()
 where revoked_at is null and (expires_at is null or expires_at > now());
