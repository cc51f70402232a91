-- When the person of a session last proved who they are: by signing in, or by showing it again. What changes how one
-- signs in asks for a recent proof.
alter table sessions add column proved_at timestamptz(3) not null default now();
update sessions set proved_at = created_at;
