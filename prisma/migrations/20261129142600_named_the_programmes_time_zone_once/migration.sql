-- Where the programme is, and so on which day something falls: one place for all who ask.
create function programme_time_zone() returns text language sql stable as $$
  select coalesce((select time_zone from programmes where deleted_at is null), 'Europe/Amsterdam')
$$;

create or replace function programme_today() returns date language sql stable as $$
  select (now() at time zone programme_time_zone())::date
$$;

-- A term begins on the day of the programme, as every other does, and not on that of the database's clock.
create or replace function retained_until(kind text) returns date language sql stable as $$
  select (programme_today() + make_interval(months => case kind when 'contacts' then contact_months else note_months end))::date
    from privacy_settings
$$;
