-- Registers made before the fields had one rule at every door: what can be mended without a guess becomes a new
-- version with a reason, all in one revision, so that figures known before it stay as they were. What cannot is listed
-- for the administrator, and stays as it is until somebody changes it.

create table mending_exceptions (
  id uuid primary key default uuid_v7(),
  created_at timestamptz(3) not null default now(),
  -- Where the value stands.
  table_name text not null,
  record_id uuid not null,
  field text not null,
  value text,
  -- Why it was left: the rule that it breaks, or the database's words where mending it would break another.
  reason text not null
);
create index mending_exceptions_record on mending_exceptions (table_name, record_id);

-- As libs/domain/src/text/plain-text.ts, but for what joins emoji and scripts, which is left alone here.
create function pg_temp.plain_text(value text, lines boolean) returns text language sql immutable as $$
  select case when cleaned ~ '^[\s\u2800]*$' then '' else cleaned end
    from (select regexp_replace(normalize(regexp_replace(spaced,
             '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]',
             '', 'g'), NFC), '^[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+$', '', 'g') as cleaned
            from (select case when lines then replace(regexp_replace(value, '\r\n|[\n\u000b\u000c\r\u0085\u2028\u2029]', E'\n', 'g'), E'\t', '    ')
                              else replace(regexp_replace(value, '\r\n|[\n\r\u0085\u2028\u2029]', ' ', 'g'), E'\t', ' ') end as spaced) s) c
$$;

-- Writes an expression where it differs from what stands there; what a rule of the register forbids is listed.
create function pg_temp.mend(tbl text, col text, mended text) returns void language plpgsql as $$
declare
  found record;
begin
  for found in execute format(
    'select id, %1$I::text as value from %2$I where deleted_at is null and %1$I is distinct from %3$s order by id', col, tbl, mended)
  loop
    begin
      execute format('update %2$I set %1$I = %3$s where id = $1', col, tbl, mended) using found.id;
    exception when others then
      insert into mending_exceptions (table_name, record_id, field, value, reason)
      values (tbl, found.id, col, found.value, sqlerrm);
    end;
  end loop;
end $$;

create function pg_temp.list(tbl text, col text, condition text, reason text) returns void language plpgsql as $$
begin
  execute format(
    'insert into mending_exceptions (table_name, record_id, field, value, reason)
     select %2$L, id, %1$L, left(%1$I::text, 500), %4$L from %2$I where deleted_at is null and (%3$s) order by id',
    col, tbl, condition, reason);
end $$;

do $$
declare
  item record;
begin
  perform announce_author(null, 'Fieldlab', null, 'Mended: one rule for texts and dates at every door');

  for item in select * from (values
    ('programmes', 'name', false), ('centres', 'code', false), ('centres', 'name', false),
    ('centres', 'municipality', false), ('centres', 'website', false), ('companies', 'name', false),
    ('companies', 'legal_form', false), ('companies', 'website', false), ('company_numbers', 'number', false),
    ('company_profiles', 'postcode', false), ('company_profiles', 'municipality', false),
    ('company_profiles', 'province', false), ('participations', 'note', true), ('activities', 'title', false),
    ('investments', 'funder', false), ('investments', 'note', true), ('spin_offs', 'name', false),
    ('spin_offs', 'evidence_url', false), ('outcomes', 'title', false), ('outcomes', 'evidence_url', false),
    ('contacts', 'name', false), ('contacts', 'role', false), ('notes', 'text', true)) field (tbl, col, lines)
  loop
    perform pg_temp.mend(item.tbl, item.col, format('nullif(pg_temp.plain_text(%I, %L), '''')', item.col, item.lines));
  end loop;
  perform pg_temp.mend('company_profiles', 'sbi_code', $m$replace(pg_temp.plain_text(sbi_code, false), '.', '')$m$);
  perform pg_temp.mend('companies', 'match_name', $m$
    translate(replace(replace(replace(replace(pg_temp.plain_text(match_name, false),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øłđðħıŋŧƒʹʻʼʽʾʿ', 'olddhintf')$m$);

  -- An end that far away was typed for want of none.
  for item in select * from (values
    ('centres', 'ended_on'), ('participations', 'ended_on'), ('activities', 'ended_on'), ('spin_offs', 'dissolved_on')) field (tbl, col)
  loop
    perform pg_temp.mend(item.tbl, item.col, format($m$case when %1$I <= '2199-12-31' then %1$I end$m$, item.col));
  end loop;
  perform pg_temp.mend('targets', 'due_on', $m$least(due_on, '2199-12-31')$m$);
  for item in select id, as_of from reports where deleted_at is null and status = 'DRAFT' and as_of > '2199-12-31' loop
    update reports set as_of = '2199-12-31' where id = item.id;
  end loop;

  for item in select * from (values
    ('programmes', 'started_on'), ('centres', 'started_on'), ('centres', 'ended_on'), ('participations', 'started_on'),
    ('participations', 'ended_on'), ('activities', 'held_on'), ('activities', 'ended_on'), ('investments', 'dated_on'),
    ('spin_offs', 'founded_on'), ('spin_offs', 'dissolved_on'), ('outcomes', 'achieved_on')) field (tbl, col)
  loop
    perform pg_temp.list(item.tbl, item.col, format($m$%1$I < '1900-01-01' or %1$I > '2199-12-31'$m$, item.col),
      'Dates lie from 1900-01-01 to 2199-12-31.');
  end loop;
  for item in select * from (values
    ('programmes', 'name', 300), ('centres', 'name', 300), ('centres', 'municipality', 100), ('companies', 'name', 300),
    ('companies', 'legal_form', 60), ('company_profiles', 'postcode', 20), ('company_profiles', 'municipality', 100),
    ('company_profiles', 'province', 100), ('activities', 'title', 300), ('investments', 'funder', 300),
    ('spin_offs', 'name', 300), ('outcomes', 'title', 300), ('company_numbers', 'number', 60)) field (tbl, col, most)
  loop
    perform pg_temp.list(item.tbl, item.col, format('length(%I) > %s', item.col, item.most),
      format('At most %s characters.', item.most));
  end loop;
  perform pg_temp.list('centres', 'code', $m$code !~ '^[A-Za-z0-9._-]{1,40}$'$m$,
    'A code holds at most 40 letters, digits, dots, dashes and underscores.');
  perform pg_temp.list('centres', 'technologies', $m$exists (select from unnest(technologies) t where t like '%;%' or length(t) > 100)
    or cardinality(technologies) > (select count(distinct t) from unnest(technologies) t)$m$,
    'A technology has at most 100 characters, holds no semicolon and stands once in its list.');
  perform pg_temp.list('company_profiles', 'sbi_code', $m$sbi_code !~ '^[0-9]{1,6}$'$m$, 'A sector code has 1 to 6 digits.');
  perform pg_temp.list('company_profiles', 'employees', 'employees > 10000000', 'At most 10,000,000.');
  perform pg_temp.list('attendances', 'people', 'people > 100000', 'At most 100,000.');
  for item in select * from (values ('centres', 'website'), ('companies', 'website'), ('spin_offs', 'evidence_url'),
    ('outcomes', 'evidence_url')) field (tbl, col)
  loop
    perform pg_temp.list(item.tbl, item.col, format($m$%1$I ~* '^[a-z][a-z0-9+.-]*:(?![0-9])' and %1$I !~* '^https?://' or %1$I ~ '\s'$m$, item.col),
      'An address is of http or https, or a bare host.');
  end loop;
end $$;
