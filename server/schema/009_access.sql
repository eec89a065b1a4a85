-- Who works with the atlas: organisations, their accounts and the roles of those, and how SQL knows who is asking.
--
-- A request acts for one account of one organisation, or for nobody. The server tells the database so inside the
-- transaction (`set local`); everything below and every policy of row-level security reads it from there:
--   atlas.account      id of the account, empty for nobody
--   atlas.organisatie  code of the organisation it acts for
--   atlas.bekend_op    moment of knowledge that is looked back to; empty = now
--   atlas.geldig_op    date in the world that is looked at; empty = today
create table atlas.organisatie (
  code   text primary key,           -- PV26, GM0344, WS0636, stedin, rijk
  naam   text not null,
  soort  text not null check (soort in ('gemeente', 'provincie', 'waterschap', 'netbeheerder', 'Rijk', 'overig')),
  actief boolean not null default true
);

create table atlas.account (
  id              text primary key default gen_random_uuid()::text,
  naam            text not null,
  email           text not null,
  organisatie     text not null references atlas.organisatie (code),
  wachtwoord      text,              -- argon2id, with its parameters; null: signs in elsewhere
  uitgever        text,              -- issuer and subject of an OpenID provider
  onderwerp       text,
  actief          boolean not null default true,
  mislukt         integer not null default 0,
  geblokkeerd_tot timestamptz,
  aangemaakt_op   timestamptz not null default now(),
  gezien_op       timestamptz,
  unique (uitgever, onderwerp)
);
create unique index account_email on atlas.account (lower(email));

-- gebied: code of a gemeente or provincie the role is limited to; empty = the whole area of the organisation.
create table atlas.rol (
  account_id text not null references atlas.account (id) on delete cascade,
  rol        text not null check (rol in ('lezer', 'bewerker', 'coordinator', 'vaststeller', 'beheerder')),
  gebied     text not null default '',
  primary key (account_id, rol, gebied)
);

create function atlas.eigen_account() returns text
  language sql stable parallel safe
  return nullif(current_setting('atlas.account', true), '');
create function atlas.eigen_organisatie() returns text
  language sql stable parallel safe
  return nullif(current_setting('atlas.organisatie', true), '');
create function atlas.bekend_op() returns timestamptz
  language sql stable parallel safe
  return nullif(current_setting('atlas.bekend_op', true), '')::timestamptz;
-- Today in the Netherlands, unless another date is looked at.
create function atlas.geldig_op() returns date
  language sql stable parallel safe
  return coalesce(nullif(current_setting('atlas.geldig_op', true), '')::date, (now() at time zone 'Europe/Amsterdam')::date);

-- Signed in: the cookie holds a random token, the row only its SHA-256.
create table atlas.sessie (
  id            text primary key,
  account_id    text not null references atlas.account (id) on delete cascade,
  aangemaakt_op timestamptz not null default now(),
  gezien_op     timestamptz not null default now(),
  verloopt_op   timestamptz not null
);
