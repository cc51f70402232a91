-- Personal values in the trail were digests under a salt that lies in the same database: whoever held a dump could
-- confirm a guessed name or number. Now they are HMAC-SHA-256 under a key that the program holds outside the database and
-- hands over with each of its connections. See docs/decisions/0012-audit-trail.md.

-- What was digested before cannot be guessed any more either, once nobody has its salt: the entries stay as they are,
-- and so does the chain. Truncated, so that no page of the table keeps the former one.
truncate audit_salt;
insert into audit_salt default values;

-- The setting is the key as HMAC uses it: 64 bytes of inner and 64 bytes of outer pad, in hex, so that a digest costs two
-- hashes and PostgreSQL needs no extension. Whoever writes without the key (psql, a repair) leaves no digest at all.
-- The salt tells registers under one key apart.
create or replace function digested(record jsonb, personal text[]) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select record || coalesce((
    select jsonb_object_agg(name, case
             when length(pads) = 256 and pads ~ '^[0-9a-f]+$' then 'hmac-sha256:' || encode(sha256(
                  decode(substr(pads, 129), 'hex')
                  || sha256(decode(substr(pads, 1, 128), 'hex') || convert_to(salt::text || (record ->> name), 'UTF8'))), 'hex')
             else 'hmac-sha256:withheld' end)
      from unnest(personal) name, audit_salt, current_setting('fieldlab.digest_key', true) pads
     where record ->> name is not null), '{}')
$$;
